/**
 * The commonest small words of the languages seen under posts of ministries, folded, from common knowledge: where those of another
 * language outnumber ours, a word that we do not know tells nothing. What two languages share stands in both.
 */
export const commonWords = {
  nl: 'de het een en van ik je is niet dat die in op voor met zijn wij we er maar ook aan als bij naar uit dit hij zij mijn the and of to from has for with this you your are it be have they them who what',
  de: 'warum als muss kann mein meine meinen vom zum bei von wie zweimal wieder und ich nicht ist das der ein eine einen mit auf fur sind auch wir sie wird haben war noch nur gilt seit ihr uns dass vielen gute guten frohe kein keine zum zur des nach uber unter gibt geht',
  fr: "de en je me te la les des du un une et est pas plus pour par dans sur avec sans qui que ne se ce cet cette ces mon ma mes son sa ses notre nos votre vos leur nous vous il elle ils elles on ont sont suis mais ou si tout tous toute tres bien aussi depuis toujours ans fait faire ete comme ici au aux chez encore apres j'ai c'est n'a n'est qu'il d'une d'un l'on",
  es: 'de en me te la las el los un una unos y es no mas para por con sin que se este esta estos su sus mi mis nos nuestro nuestra ellos son soy pero o si todo todos muy bien tambien desde siempre anos hace hacer como aqui al del ha han hay ya asi cuando donde porque tiene tengo tenemos gracias hasta otra vez',
  it: 'di de il lo la i gli le un uno una e non piu per con senza che si questo questa questi suo sua mio mia nostro nostra loro sono ma o se tutto tutti molto bene anche da dal dalla del della dei delle nel nella al alla ha hanno come qui quando dove perche grazie ancora sempre ogni anni',
  pt: 'de em me te a o as os um uma uns e nao mais para por com sem que se este esta isso seu sua meu minha nosso nossa eles sao sou mas ou tudo todos muito bem tambem desde sempre anos faz fazer como aqui ao do da dos das no na nos nas ha ja quando onde porque tem tenho temos obrigado obrigada ate foi ser',
  ro: 'de la in un o si nu mai pentru cu fara care se este acest aceasta lui ei meu mea nostru noi voi ei sunt dar sau tot toti foarte bine din pe ca sa am ai are avem aici cand unde daca fost doar prea fi lor cele cei',
  pap: 'ta nan ku tin hopi kier mester danki dushi bo nos esaki awor na di pa un e i mi su no por ora den riba sin tur bon semper tambe esei bai bin tabata lo',
  srn: 'yu fu wan wi disi taki mus musu abi gi sani dati srefi na e mi den ben sa no de so tu sma bun kon go nanga ma te noyaso switi tangi',
  tr: 'bir bu ve icin cok gibi daha degil yok bize bizi kadar hala artik da de mi ne ben sen o biz siz onlar var olarak sonra once her hic ama fakat cunku nasil neden nerede kim simdi bile sadece hep tum butun olan oldu oluyor ediyor lazim iyi kotu',
  pl: 'nie sie jest czy ale tylko jak dla przez i w z na do to ze o od po za co tak ten ta te tego tej jego jej ich moj moja nasz sa byl byla bylo ma mam mamy tu tam tez juz bardzo kiedy gdzie bo przy lat jeszcze zawsze wszyscy kto',
  sv: 'och att det som vi har med ett inte samma jag du han hon en i pa av for till den de om men sa var ar fran vid kan ska bli blir mycket bra ocksa nar dar har nu tack',
  da: 'og at det som vi har med et ikke jeg du han hun en i pa af for til den de om men sa var er fra ved kan skal blive meget godt ogsa nar der her nu tak',
  id: 'yang dan di ke dari untuk dengan ini itu tidak ada saya kami kita mereka anda sudah belum akan bisa juga lebih banyak sangat karena kalau tapi atau pada oleh terima kasih orang',
  so: 'waa waxaa waxa iyo ka ku oo ma uu ay in la soo waan wax mid ah leh aad mahadsanid waxay kasta halkan',
  hu: 'a az es nem is van egy hogy ez azt mert de csak ha meg mar volt nagyon jo itt ott mi ti ok minden koszonom kell lesz',
  vi: 'la cua va co khong toi ban cho cac nguoi nay duoc mot nhung trong voi rat nha cam on',
  cs: 'je to se na v a ze ne by si jsem jsou ale jak tak pro od za po do kde kdyz uz jen jeste velmi dekuji',
  fi: 'ja on ei se etta hyva kun niin tama mutta myos ole ovat kiitos',
  sq: 'eshte nuk dhe per me ne te se nje ka jam kjo ky shume por edhe faleminderit',
} as const;
