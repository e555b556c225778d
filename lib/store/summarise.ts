import type { Capture } from '../model/capture.ts';
import type { CaptureSummary } from '../model/job.ts';
import { redactionsByKind } from '../model/ledger.ts';

/** Enough to know a post again in a list. */
const titleLength = 120;

/** The line of the work list of a capture that was just stripped. */
export function summarise(capture: Capture): CaptureSummary {
  const media = [...capture.posts, ...capture.reactions].flatMap((item) => item.media);
  return {
    id: capture.id,
    state: 'stripped',
    platform: capture.platform,
    accountHandle: capture.account.handle,
    accountType: capture.account.type,
    scenario: capture.choice.scenario,
    posts: capture.posts.length,
    reactions: capture.reactions.length,
    thirdParties: capture.thirdParties,
    mediaKept: media.filter(({ state }) => state === 'kept').length,
    mediaMissing: media.filter(({ state }) => state === 'missing').length,
    completeness: capture.completeness.state,
    capturedAt: capture.clock.stripped,
    ...(capture.letter && { letter: capture.letter.kind }),
    ...(capture.appraisal?.hotspot && { hotspot: capture.appraisal.hotspot.name }),
    ...changingParts(capture),
  };
}

/** What a review can change of it. */
export function changingParts(capture: Capture): Partial<CaptureSummary> & Pick<CaptureSummary, 'reviewPoints'> {
  return {
    reviewPoints: capture.review.length,
    ...pageParts(capture),
    shortfalls: capture.completeness.reasons.map(({ code }) => code),
    removed: redactionsByKind(capture.ledger),
  };
}

/** Of a letter nothing that leads to the post: it has its own process (R11). */
function pageParts(capture: Capture): Pick<CaptureSummary, 'title' | 'url' | 'postId'> {
  const post = capture.posts.find(({ url }) => url === capture.url) ?? capture.posts[0];
  if (capture.letter) return post?.platformId === undefined ? {} : { postId: post.platformId };
  // a page with a profile is about that profile, not about the first post on it
  const said = capture.profile ? (capture.profile.description ?? post?.text) : post?.text;
  const title = said?.replace(/\s+/g, ' ').trim().slice(0, titleLength);
  const postId = capture.profile?.key ?? post?.platformId;
  return { url: capture.url, ...(title && { title }), ...(postId !== undefined && { postId }) };
}
