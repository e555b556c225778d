/** What somebody is, as it is written before a name: "tandarts Evers", "Bezwaarbehandelaar Vermeer". Over folded words. */

const whole = new Set(
  'dokter ds pastor pastoor dominee conrector sgt lt kol gen cpl commissaris hoofdcommissaris rechercheur aalmoezenier diaken kapelaan pater kardinaal bisschop hoogleraar lector dekaan prefect mentor coach trainer trainster scheids scheidsrechter griffier advocate advocaat fysio fysiotherapeut psycholoog boa beveiliger secretaresse penningmeester voorzitter weduwe weduwnaar sergeant sergeant-majoor kapitein majoor kolonel luitenant korporaal soldaat ritmeester adjudant commandant brigadier hoofdagent wijkagent agent inspecteur officier docent docente leraar lerares juf stagiair stagiaire concierge rector decaan schooljuf zuster wijkzuster broeder verloskundige kraamhulp huisarts tandarts specialist chirurg oncoloog apotheker notaris makelaar bewindvoerder curator deurwaarder boer boerin pachter loonwerker veearts conducteur machinist chauffeur buschauffeur taxichauffeur monteur installateur aannemer ondernemer zzper bakker slager kapper kapster baliemedewerker mandataris wethouder raadslid fractieassistent ambtenaar beleidsmedewerker zaakbehandelaar bezwaarbehandelaar klantmanager consulent consulente jobcoach casemanager coordinator teamleider afdelingshoofd directeur directrice manager herr herrn frau'.split(
    ' ',
  ),
);
const ending =
  /.{3}(?:arts|meester|rechter|voerder|behandelaar|medewerker|medewerkster|werker|werkster|hulp|zorger|zorgster|leider|leidster|therapeut|kundige|pleger|pleegster|assistent|assistente|chauffeur|vrouw|man|agent|officier|manager|begeleider|begeleidster|adviseur|consulent|coordinator|bestuurder|controleur|inspecteur|docent|leraar|genoot)$/;

export const isRole = (text: string): boolean => text.length < 40 && (whole.has(text) || ending.test(text));
