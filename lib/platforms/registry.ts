/** All readers at once, for commands and tests; in the extension each is a script of its own (`entrypoints/reader-*.content.ts`). */
import { bluesky } from './bluesky/index.ts';
import { facebook, facebookProfile } from './facebook/index.ts';
import { hold } from './held.ts';
import { instagram } from './instagram/index.ts';
import { linkedin } from './linkedin/index.ts';
import { mastodon } from './mastodon/index.ts';
import { threads } from './threads/index.ts';
import { tiktok } from './tiktok/index.ts';
import { x } from './x/index.ts';
import { youtube } from './youtube/index.ts';

export { adapterFor } from './choose.ts';

hold('x', { byHost: [x] });
hold('youtube', { byHost: [youtube] });
hold('tiktok', { byHost: [tiktok] });
hold('instagram', { byHost: [instagram] });
hold('linkedin', { byHost: [linkedin] });
hold('facebook', { byHost: [facebookProfile, facebook] });
hold('bluesky', { byHost: [bluesky] });
hold('threads', { byHost: [threads] });
hold('mastodon', { byPage: [mastodon] });
