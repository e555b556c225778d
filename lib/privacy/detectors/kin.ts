/** Somebody who is told of by what they are to the writer: alternatives of a pattern, folded. */
export const kin =
  'broer|broertje|zus|zusje|zoon|zoontje|dochter|dochtertje|man|vrouw|moeder|vader|opa|oma|kind|partner|vriend|vriendin|kleinkind|kleinzoon|kleindochter|neef|nicht';
export const nearKin =
  'ma|pa|mam|pap|mama|papa|moe|moeke|vake|bomma|bompa|pake|beppe|heit|mem|soan|zeun|madam|tante|oom|echtgenoot|echtgenote|grootmoeder|grootvader|buurman|buurvrouw|buurjongen|buurmeisje|tweeling|jongste|oudste|middelste|kleintje|baby|peuter|kleuter|kinderen|kids|meiden|jongens|ouders|zonen|zoons|dochters|verloofde|ex|ex-man|ex-vrouw|collega|hulp|oudje|bejaarde|oorlogskind|boomer|babyboomer|millennial';
const served =
  'klant|client(?:e|en)?|patient(?:e|en)?|verzekerde|leerling|huurder|bewoner|bewoonster|werknemer|aanvrager|aanvraagster|betrokkene|ondergetekende|slachtoffer';
export const people = String.raw`${kin}|${served}|schoon\p{L}{4,7}|(?:stief|pleeg|klein)\p{L}{4,9}`;
export const anybody = `${people}|${nearKin}`;
export const own = "mijn|onze|m'n|mn|zijn|haar|hun|ons|myn|mien|mijne";
