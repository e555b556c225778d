/**
 * Files whose words are ours, the same in every package, and nothing of the page that is not looked at elsewhere: a citizen
 * called "context" or "bewijs", or a number that happens to occur in a hash, must not stop a package (D4). Paths as the gate gets them.
 */
export function isOurOwnText(path: string): boolean {
  return (
    /\/documentatie-[^/]+\/[^/]+-(?:MDTO-XML1\.0\.1|begrippenlijsten|context|pronom-selectie|schema-\w+|stroom|toelichting)\.\w+$/.test(
      path,
    ) ||
    /\/verantwoording-[^/]+\/[^/]+-bewijs(?:\.json|blad\.html)$/.test(path) ||
    /^(?:bagit|LEESMIJ|merkle-sha256)\.txt$|^(?:openbare-sleutel|tijdstempel-wortel)\.pem$/.test(path)
  );
}
