/** The schema by libxml2, so that it runs on any machine; the system's xmllint, where there is one, is a second judge. */
export { validateXml } from '../../../scripts/verify.ts';
