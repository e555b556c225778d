/** How to check a deelbewijs with public tools. Every line of two spaces and a command is to be typed as it stands; a test does so. */
export function selectionReadMe(id: string, count: number): string {
  return `Deelbewijs uit archiefpakket ${id}
${'='.repeat(30 + id.length)}

Dit zijn ${count === 1 ? 'één gegeven' : `${count} gegevens`} (bericht, reactie of profiel) uit dat pakket. Voor elk is te bewijzen dat het precies
zo in het ondertekende pakket stond, zonder de rest te tonen. Open weergave.html om te lezen.

Controleren
-----------
In de map waarin dit bestand staat, met gewone programma's en zonder internet. Eerst de meegenomen bestanden van het pakket:
  sha256sum --strict --ignore-missing -c tagmanifest-sha256.txt
Dan de handtekening van het pakket:
  openssl dgst -sha256 -verify openbare-sleutel.pem -signature tagmanifest-sha256.txt.sig tagmanifest-sha256.txt
Dan elk gegeven: van het blad langs het pad naar de wortel (RFC 9162). Achter elk blad hoort OK te staan:
  for b in bladeren/*.blad; do h=$(sha256sum < "$b" | cut -c1-64); while read -r kant x; do if [ "$kant" = links ]; then p=01$x$h; else p=01$h$x; fi; h=$(printf "$(sed 's/../\\\\x&/g' <<< "$p")" | sha256sum | cut -c1-64); done < "\${b%.blad}.pad"; grep -qx "Wortel: $h" merkle-sha256.txt && echo "$b: OK" || exit 1; done
En dat het blad het leesbare gegeven is (na het byte 00 en 32 bytes zout):
  for b in bladeren/*.blad; do n=$(basename "$b" .blad); tail -c +34 "$b" | cmp - "gegevens/$n.json" || exit 1; done
Is er een tijdstempel (tagmanifest-sha256.txt.tsr), dan:
      openssl ts -verify -data tagmanifest-sha256.txt -in tagmanifest-sha256.txt.tsr -CAfile tijdstempel-wortel.pem

Wat dit niet bewijst
--------------------
Wat er verder in het pakket staat, en of de selectie een eerlijk beeld geeft: alleen dat deze gegevens erin stonden. Wie de sleutel
gebruikte, moet de organisatie zeggen. Derden zijn gepseudonimiseerd; het nummer van een reageerder geldt alleen binnen dit pakket.
`;
}
