/** Facebook, walked on the stand. Its moments show only under the pointer, so the records have none. People on the stand are invented. */
import { networkSuite } from './suite.ts';

networkSuite('facebook', {
  layouts: ['dialog', 'card'],
  depth: 3,
  hasExactTimes: false,
  refused: [
    ['https://www.facebook.com/messages/t/100000000000001/', 'out-of-scope'],
    ['https://www.facebook.com/stories/100000000000001/', 'out-of-scope'],
    ['https://www.facebook.com/settings/', 'out-of-scope'],
    ['https://www.facebook.com/notifications/', 'out-of-scope'],
    ['https://www.facebook.com/marketplace/', 'out-of-scope'],
  ],
});
