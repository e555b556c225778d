/**
 * Words that pages are built with. A report on a page's structure keeps these and nothing else: whatever is not in this list may
 * be somebody's name. None of them is a Dutch or English first name or surname in ordinary use.
 */
export const builderWords: ReadonlySet<string> = new Set(
  `a accessibility account achievement action actions activity actor actors ad add ads album alert all alt android answer answers app
  application apps arrow article articles aside async at attachment attributed attribute audio author authors auto avatar avatars
  back background backstage badge banner bar base beside bio block blocked blog body bold bookmark boost border bottom box breadcrumb
  browse bsky bubble business button buttons by c can cancel caption captions card cards carousel category cell center channel chat check
  checkbox checked chrome circle class clear click close closed code collapse collapsed collection color column columns comet
  comment commentary comments community company compact component components compose composer conditional container content context
  continuation control controls conversation copy count counter counts cover cr creator current custom data date datetime default delete
  desc described description desktop detail detailed details dialog dir direct disabled discover display div divider document
  down download dropdown duration dynamic e edge edit edited editor el element ember emoji empty end engagement entity entry error event
  events expand expandable expanded expander explore external f favourite feed fetch field figure file fill filter finite first flex floating
  focus focused follow followers following font footer for form forward frame full g gallery gap get gif global go grid group groups
  guest h handle has hash hashtag head header heading headline hidden hide highlight holder home horizontal host hover icon icons
  id identity image images img immersive in info inline inner input inset insight inside interaction item items js json key keyboard label
  labelled lang language large last layer layout lazy left length level like likes line lines link links list lists live load loaded
  loader loading local location lockup log logged login logo long main marker mask mastodon media medium member mention menu message
  messages meta meter min mini mobile modal mode model module more most multi my name native nav navigation new newest next no node
  none normal not note notes notice notification of off offset oldest on one open option options or order origin outer overlay owner
  p page pagelet pages panel paragraph parent path placement promoted impression pause permalink person photo photos picture pin pinned placeholder play
  player playlist pointer poll popover popup portal position post posted posters posts preview previous primary private profile profiles progress
  public publish published pulse query quote quoted radio rail react reaction reactions read reader reblog recent recommended redesign reel
  reels region related relative relevance relevant rendered renderer replaceable replies reply reposted repost reposts request reshare responsive result results retweet
  role root row rows s safe save scaffold screen script scroll scrollable search secondary section see select selected send sensitive
  separator server settings shape share shared shell shorts show shown sidebar sign signature simple single site size skeleton slide slider small snap social sort
  source span spinner spoiler spotlight stack start state stats status sticky story stories stream strong sub subscribe subtitle suggested suggestion summary
  svg switch tab tabbed table tabs tag tags target test testid text texts thread threads thumbnail time timeline timestamp title toggle
  toolbar tools tooltip top total tracking translate translated translation trigger truncated tweet type ui unfocus unread up update updates upload url urn use
  user username users v vertical verified video videos view viewer views virtual visible visually visual visuallyhidden warning watch web wide
  widget width window with word wrap wrapper x y yt ytd youtube ugc activity artdeco lazycolumn lt lu tiktok dialogue facebook instagram linkedin
  bluesky pressable replaceablecomment componentkey sdui fragment gender none pronouns website nested indent depth level1 level2
  http https www com org net status posts reel reels p in video videos shorts embed permalink php story fbid comment_id reply_comment_id hashtag i
  true false null polite assertive button dialog listitem listbox menuitem navigation none presentation progressbar img textbox region row article separator complementary
  contentinfo group heading tablist tabpanel tooltip feed figure form cell combobox grid menu link note option search status switch tree alertdialog
  html head body main nav ul ol li dl dt dd h1 h2 h3 h4 h5 h6 b em s u br hr img picture pre blockquote cite abbr sup sub small table thead tbody tr td th
  input select option textarea label fieldset legend meta source track iframe object canvas svg figure figcaption template noscript
  visualcompletion ignore rendering visual tiles ellipsis submit prev workspace exec config segment sr reference spacing tagline opcard framedphoto
  displayphoto proof aligned omment paged blocks publisher consumption minified indicator circular thumb gifv fields extra initial prepend featured
  suggestions autosuggest fa btn virtualized pc favorite collect undefined reflow swiper ontainer uniqueid nickname dm inbox right verify unretweet
  unlike caret switcher longform birdwatch pivot professional birthdate join names formatted string snippet plain metadata slot byline style structured
  infocards masthead topbar simplebox commentbox service chatframe only membership contents dislike movie drawer shelf donation metapanel identifier
  statistic decorated flexible flexy paper about additional subscriber vote middle removed inappropriate contextual iron linked sponsor sizer point
  ghost hitbox attributed rich kind less
  href src srcset tabindex colspan rowspan datetime xlink poster rel hidden inert property content aria labelledby describedby haspopup posinset setsize
  controls owns level valuenow valuemin valuemax modal pressed current busy atomic relevant roledescription draggable contenteditable spellcheck
  ltr rtl auto async anonymous lazy eager no-referrer noopener noreferrer nofollow canonical stylesheet icon preload schema itemprop itemtype itemscope
  interactionstatistic userinteractioncount interactioncounter discussionforumposting socialmediaposting datepublished articlebody image author`
    .split(/\s+/u)
    .filter(Boolean),
);

const networks: ReadonlySet<string> = new Set(
  'x.com twitter.com linkedin.com instagram.com facebook.com youtube.com tiktok.com threads.com threads.net bsky.app snapchat.com'.split(
    ' ',
  ),
);

/** A network's host, also for a language or a kind of screen: it says which page this was, not whose. */
export const isNetworkHost = (host: string): boolean => networks.has(host.replace(/^(?:www|m|mobile|[a-z]{2})\./, ''));

/** Fixed parts of the networks' paths and queries. */
export const pathWords: ReadonlySet<string> = new Set(
  `status statuses article photo video videos in company school posts feed update urn li activity ugcPost comment share pulse p reel reels c r
  permalink permalink.php story_fbid fbid comment_id reply_comment_id id groups watch v lc shorts live channel post hashtag profile add
  spotlight i web history with_replies likes followers following media tag tags users deck name format jpg png webp bsky social`
    .split(/\s+/u)
    .filter(Boolean),
);
