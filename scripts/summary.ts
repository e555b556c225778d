import type { Capture } from '../lib/model/capture.ts';
import { redactionsByKind } from '../lib/model/ledger.ts';
import type { Outcome } from './drive.ts';

/** What the commands tell of a capture: the JSON object of `npm run capture`, and the table of `npm start`. */
export function summary({ capture, file, ms }: Outcome) {
  return {
    package: file,
    scenario: capture.choice.scenario,
    posts: capture.posts.length,
    reactions: capture.reactions.length,
    profiles: capture.profile ? 1 : 0,
    media: countMedia(capture),
    people: capture.thirdParties,
    redactions: redactionsByKind(capture.ledger),
    completeness: { state: capture.completeness.state, reasons: capture.completeness.reasons },
    gate: capture.gate,
    ms,
  };
}

function countMedia({ posts, reactions, profile }: Capture) {
  const media = [...posts, ...reactions].flatMap((item) => [...item.media, ...(item.quote?.media ?? [])]);
  if (profile?.avatar) media.push(profile.avatar);
  if (profile?.banner) media.push(profile.banner);
  const count = (state: string) => media.filter((one) => one.state === state).length;
  return { kept: count('kept'), missing: count('missing'), placeholder: count('placeholder') };
}
