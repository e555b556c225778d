/** The look of the bewijsblad: one A4 on paper, and readable at 320 pixels. Loads nothing. */
export const sheetLook = `
:root{color-scheme:light dark;--vlak:#fff;--inkt:#17202a;--zacht:#4c5866;--lijn:#d3dae1;--accent:#0b5c6b}
@media (prefers-color-scheme:dark){:root{--vlak:#1b2229;--inkt:#e8edf2;--zacht:#a9b5c1;--lijn:#35404b;--accent:#7fcfdd}}
*{box-sizing:border-box}
body{margin:0;background:var(--vlak);color:var(--inkt);font:1rem/1.5 "Fira Sans",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:anywhere}
main{max-width:52rem;margin:0 auto;padding:1.5rem 1rem 3rem}
.boven{margin:0;color:var(--accent);font-weight:600}
h1{font-size:1.75rem;line-height:1.2;margin:.1rem 0 .4rem}
.inleiding{margin:0 0 1rem}
h2{font-size:1.125rem;line-height:1.3;margin:1.4rem 0 .4rem;padding-bottom:.2rem;border-bottom:2px solid var(--accent)}
table{width:100%;border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--lijn);font-weight:400}
tbody th{width:13rem;color:var(--zacht)}
thead{position:absolute;left:-99rem}
code{font:.875em ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;word-break:break-all}
ul{margin:0;padding-left:1.2rem}
li{margin:.25rem 0}
.voet{color:var(--zacht);margin:1.4rem 0 0}
@media (max-width:34rem){tbody th,tbody td,tbody tr{display:block;width:auto;padding-right:0}tbody th{border-bottom:0;padding-bottom:0;font-size:.875rem}}
@media print{:root{--vlak:#fff;--inkt:#000;--zacht:#333;--lijn:#aaa;--accent:#06414c;color-scheme:light}
body{font-size:8.8pt;line-height:1.32}main{max-width:none;padding:0}h1{font-size:15pt}h2{font-size:10.5pt;margin:2.4mm 0 1mm}.inleiding{margin:0 0 1mm}th,td{padding:.6mm 2mm .6mm 0}tbody th{width:44mm}li{margin:.4mm 0}.voet{margin:2mm 0 0}code{font-size:7.6pt}@page{size:A4;margin:13mm 15mm}}
`.replaceAll('\n', '');
