import { hasApache } from '../../test/peers/webdav.ts';
import { big } from '../deliveries/big.ts';
import { atLeast, figure, row } from './measure.ts';
import type { Row } from './report/shape.ts';
import type { Subject } from './subject.ts';

export const delivering: Subject = {
  name: 'levering',
  title: 'Een pakket afleveren met WebDAV',
  how: 'De gebouwde extensie in Chromium stuurt een pakket uit haar eigen opslag over TLS naar Apache httpd met mod_dav op dezelfde machine; om de beurt met `fetch` van de browser zelf met dezelfde bytes (het minste wat een extensie kan) en `curl -T`. De tijden zijn die van Apache, voor alle drie. Teruglezen is daarna: ophalen, de SHA-256 rekenen en vergelijken, wat curl niet doet.',
  async run({ isShort }): Promise<Row[]> {
    if (!hasApache) throw new Error('Apache httpd is er niet (apt-get install apache2)');
    const megabytes = isShort ? 1 : 300;
    const { sendMs, readBackMs, fetchMs, curlMs, memoryMB } = await big(megabytes);
    const [ours, own, curl] = [figure('wij', sendMs), figure('fetch van de browser', fetchMs), figure('curl -T', curlMs)];
    const memory = figure('wij', [Math.max(memoryMB.peak.extension - memoryMB.before.extension, 0)]);
    return [
      row(`${megabytes} MB sturen`, 'ms', ours, {
        peers: [own, curl],
        goals: [
          atLeast(0.8, curl.median / ours.median, 'van de doorvoer van curl -T'),
          atLeast(0.8, own.median / ours.median, 'van de doorvoer van fetch zelf'),
        ],
      }),
      row(`${megabytes} MB teruglezen en vergelijken`, 'ms', figure('wij', readBackMs)),
      row('geheugen van de extensie boven wat het ervoor was', 'MB', memory),
    ];
  },
};
