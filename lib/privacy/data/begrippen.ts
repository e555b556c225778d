/**
 * Public words that are nobody's name in a comment under a ministry's post, folded and separated by spaces, although they are
 * written with a capital. Source: our own, from common knowledge.
 */
const calendar =
  'januari februari maart april mei juni juli augustus september oktober november december feb mrt apr jun jul aug sep sept okt nov dec maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday january february march may june july august october kerst kerstmis pasen pinksteren hemelvaart koningsdag bevrijdingsdag prinsjesdag sinterklaas carnaval ramadan eid bayram chanoeka divali holi keti koti halloween nieuwjaar oudjaarsdag suikerfeest offerfeest ketikoti advent mubarak hannukah diwali newroz';

const politics =
  'pvv vvd cda d66 groenlinks pvda glpvda gl-pvda groenlinks-pvda sp bbb nsc volt denk sgp ja21 fvd cu christenunie 50plus pvdd bij1 bvnl kamer tweede eerste kabinet coalitie oppositie parlement senaat eu navo nato vn who oeso imf ecb europa europees europese brussel straatsburg binnenhof catshuis torentje malieveld kamerlid kamerleden minister ministers minister-president premier staatssecretaris bewindspersoon voorzitter      majesteit burgemeester wethouder gemeenteraad raadslid  officier ombudsman';

const bodies =
  'ministerie ministry ministeries rijk rijksoverheid overheid gemeente gemeentes gemeenten provincie waterschap belastingdienst toeslagen douane fiscus fiod politie brandweer ggd ggz rivm uwv svb duo ind coa cak ciz cbr rdw cjib kvk bkr wmo woo avg awb wob wia wajong aow anw ww zzp mkb btw vwo havo mbo hbo vmbo digid mijnoverheid okv ap acm afm dnb cpb cbs scp pbl tno knmi nza igj nvwa rvo kadaster logius nctv aivd mivd ncsc defensie landmacht luchtmacht marine marechaussee kmar rechtspraak rechtbank gerechtshof hoge rvs crvb staatsblad staatscourant kamerstuk ecli evrm sr sv bw bwb artikel wet grondwet kerndepartement bzk vws ocw szw lnv lvvn jenv azc dji nfi rsj reclassering slachtofferhulp tennet prorail ns gvb ret htm arriva connexxion schiphol klm kpn ziggo vattenfall eneco essent postnl voedselbank zonnebloem amnesty unicef greenpeace milieudefensie vakbond fnv cnv anwb vng ipo unie ser huurcommissie omgevingsdienst veiligheidsregio jeugdzorg jeugdwet participatiewet toeslagenwet omgevingswet archiefwet kennisnet nibud staatsbosbeheer natuurmonumenten rijkswaterstaat inspectie autoriteit commissie dienst dienstverlening stichting vereniging bestuur directie afdeling team redactie webcare klantenservice helpdesk immigration';

const media =
  'volkskrant telegraaf trouw nrc ad parool gelderlander tubantia limburger stentor bn pzc nieuwsuur journaal nos npo rtl sbs avrotros bnnvara vpro kro omroep jinek op1 buitenhof geenstijl reuters bbc cnn facebook instagram insta twitter tiktok youtube linkedin whatsapp telegram signal mastodon threads bluesky snapchat snap reddit pinterest google chatgpt gmail hotmail outlook netflix spotify wikipedia marktplaats tikkie ideal paypal internet';

const brands =
  'apple iphone ipad samsung android windows microsoft huawei philips asml shell tesla volkswagen volvo golf bmw audi mercedes opel toyota fiat renault peugeot skoda seat albert heijn ah jumbo lidl aldi hema ikea blokker kruidvat etos gamma praxis bol coolblue primark zara zeeman mcdonalds rabobank rabo abn amro asn triodos ajax feyenoord psv twente vitesse corona covid q-koorts pfas stikstof nitraat koran bijbel thora allah jezus maria boeddha kafka kaf rotjeknor damsko mokum hollandse nederlandse nederlander nederlanders hollander hollanders';

const organisations =
  'vluchtelingenwerk aedes vno ncw vno-ncw odido menzis pfizer moderna unicef greenpeace milieudefensie extinction rebellion woonbond vastned vattenfall eneco essent nuon ziggo tmobile achmea allianz nationale-nederlanden leaseweb vinted murphy college lyceum hogeschool';

/** Long dead, and known by one word. */
const history = 'thorbecke vondel erasmus spinoza rembrandt kafka orwell mozart bach shakespeare einstein napoleon stalin darwin';

/** Of languages we see, what stands at the beginning of a sentence or is written with a capital. */
const abroad =
  'allah hollanda amsterdam belediye belediyesi merhaba selam selamlar sayin saygilar saygilarimla adim benim tesekkurler turkiye turk holland dutch netherlands english british american german french turkish hague king queen government office service department example us you hope dear hi hello thanks thank please my me mrs mr ms sir madam hup leve moai dochs us mem heit jim hawar frysk fryslan ljouwert myn namme lan wurdt totally can some someone will us told mama annem allah snits drachten tige groetnis kinne oan it ik wat wer wa kaulo osso faka ewa fissa wollah loesoe sws pattas doekoe bro broer swa mattie fam drerrie tering tyfus kanker hulde chapeau amen rip lol omg wtf btw ps nb tav tnv';

/** Everyday talk that looks like a name when somebody writes it with a capital. */
const talk =
  'burger burgers ouder ouders mens mensen beste lieve dag hallo hoi hey oma opa mama papa moeder vader mam pap juf meester dokter dominee meneer mevrouw dame dames heren kinderen jongens meisjes vriend vrienden allemaal iedereen alleman modaal nee ja jawel tuurlijk gefeliciteerd proficiat welterusten goedemorgen goedemiddag goedenavond goedendag hahaha haha hihi pff pfff tja nou bah boe joh jeetje sjonge jammer zuid noord oost west';

export const publicWords = [calendar, politics, bodies, media, brands, organisations, history, abroad, talk].join(' ');

/** Sayings and figures with a name in them. */
export const sayings =
  'aa en hunze|huis ten bosch|gooise meren|hoeksche waard|peel en maas|(?:west )?maas en waal|stichtse vecht|utrechtse heuvelrug|reusel-de mierden|horst aan de maas|hollands kroon|stede broec|zwarte water|follow the money|tata steel|de wereld draait door|wetterskip fryslan|[\\p{L}]{4,20}s dagblad|jan modaal|jan en alleman|jan met de pet|jan rap|jan lul|jan salie|jan klaassen|jan boezeroen|jan soldaat|jip en janneke|mijn naam is haas|joost mag het weten|pietje precies|jantje contrarie|brave hendrik|hans worst|jan doedel|henk en ingrid|oom agent|ome agent|moeder natuur|moeder aarde|vader staat|dokter google|moeder teresa|willem van oranje|anne frank|annie mg schmidt|jantje beton|sint maarten|sint nicolaas|sint en piet|zwarte piet|black friday|frank en vrij|wilhelmus|rode kruis|den haag|den bosch|den helder|den burg|den dolder|den ham|de bilt|de meern|de lier|ter apel|ter aar|leeuwarder courant|new york|los angeles|el salvador|la palma|las palmas|koning willem.alexander|koningin m[aá]xima|heilige maria|george orwell|big brother|uncle sam|jan steen|huize weltevree|louwman|bakker bart|albert heijn|eid mubarak|oranje boven|pietje bell|swiebertje|dik trom|mies bouwman';

/** Places that the list of places has not: municipalities, old and merged. */
export const morePlaces =
  'beekdaelen beesel borger odoorn borger-odoorn eemsdelta eersel hattem lisse oudewater pekela sint-michielsgestel voerendaal susteren dantumadiel drechterland laarbeek leudal maasgouw maashorst meierijstad molenlanden montferland nissewaard noardeast-fryslan simpelveld twenterand vijfheerenlanden waadhoeke wijdemeren oisterwijk lansingerland berkelland sloterdijk brabander brabanders';

/** First names that are ordinary Dutch or English words as well: without a sign that a person is meant, they are words. */
export const ambiguousNames =
  'ace adem amber an angel ante arend art aster august aurora bader bas beau belle ben bent bes biel blessing bob brik can cas chance chase christian clement coco daisy destiny dies divine don donna door eden emir eren ester eve faith fee fender flip flora frank free gil grace gust guy han hazel heaven heavenly helder hope imme iris ivy jade jasmijn jasmine jazz jet job joke joy jul junior kaan karen kas keet kick lance largo leen lente lev lias lies lieve lieven lila lily linde line lino lion lis lone lot lovely lux maan maas mace malen mara mare maria marina mark mars mason mate mats maxime may medina mees mei melis melody merel mik mil mill mille mink minne mirre nada nadir nare net nette nil nine noel nova ode ole pari per pip poema pol prince princess ran raven ray rei rein reine ren rim rob robin roman romeo roos rosa rose rover rowan ruby rune saga said sem sen sep serge sheikh sim sky so sten storm sue sultan summer sus swa than tiara tilde tinne toon valentijn valentine var vesper victor vin violet vita vital wan ward wende will willow winter wolf sunny wil hoop bloem dan elke erin ken ton zus boet riff robben kelvin gogo scout staf celle cis berk ebbe omer glen hebe hector lander ad ant greet tiny constant joke riet rick el sien kee lot nelson jean jack jay gunter roger lou griet wei yaw pat bill dean justice miles penny max rich dawn drew gene ray norm star brook pearl amal noor sterre';

/** Short names by which people are called, of which the lists have few. */
export const callNames =
  'mo bo harm jo ab ad bep ans ant cor co coba coby corrie dicky dikkie dolf door dré eef els fien fieke frits gerda gerrit giel greet greetje guus hein henk henny hennie ria riek riet ineke ien jaap jannie jeanne joop joke jopie kea kees koos leni leny lien loes mien miep nel nelly nico piet pietje rie rietje rinus ruud sien sjaak sjaan sjef sjon sjors stien teun teus tiny ton tonny tonnie toos tineke truus trudy wil willy wim wiel zus appie abdel mehmet yus ali noufel ilham souf naoufal chai dewi dede rico ricardo jahmal djenairo sharella quincy ruben romano giovanni kareltje jantje marietje noortje keesje basje annie annemieke annemiek mieke mieneke rens luuk loek bart barry berrie sil siem jurre joris joep jaimy jort jelle jesse jens janneke anke anneke anja ank ankie betsy betty berta bertha'
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
