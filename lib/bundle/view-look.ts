/** The views' own style sheet: reads well on paper, at 320 pixels, in light and in dark. Loads nothing. */
export const look = `
:root{color-scheme:light dark;--grond:#f2f4f6;--vlak:#fff;--inkt:#17202a;--zacht:#4c5866;--lijn:#d3dae1;--accent:#0b5c6b;--accentvlak:#e3f1f3;--ok:#1c6b3a;--okvlak:#e6f4ea;--let:#7a4b00;--letvlak:#fdf1d8;--fout:#9c1c1c;--foutvlak:#fbe6e6;--ps:#5a3d00;--psvlak:#ffeeba;--leeg:#eef1f4}
@media (prefers-color-scheme:dark){:root{--grond:#12171c;--vlak:#1b2229;--inkt:#e8edf2;--zacht:#a9b5c1;--lijn:#35404b;--accent:#7fcfdd;--accentvlak:#14333a;--ok:#8fdcaa;--okvlak:#14301f;--let:#f4cd83;--letvlak:#352808;--fout:#ffaaa5;--foutvlak:#3b1717;--ps:#ffe19a;--psvlak:#453612;--leeg:#232c35}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--grond);color:var(--inkt);font:1rem/1.55 "Fira Sans",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:anywhere}
.blad{max-width:50rem;margin:0 auto;padding:0 1rem 3rem}
.sla-over{position:absolute;left:-99rem;background:var(--vlak);color:var(--accent);padding:.5rem 1rem}
.sla-over:focus{left:1rem;top:.5rem}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.kop{padding:2rem 0 1.25rem;border-bottom:3px solid var(--accent);margin-bottom:1.5rem}
.boven{margin:0 0 .35rem;color:var(--accent);font-weight:600;font-size:.875rem;letter-spacing:.02em}
h1{font-size:clamp(1.4rem,4.5vw,2rem);line-height:1.2;margin:0 0 1rem;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:2.25rem 0 .75rem}
h3,.naam{font-size:1rem;line-height:1.3;margin:0}.naam{font-size:1.0625rem}
.feiten{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem 1.5rem;margin:0}
.feiten dt,.velden dt{font-size:.8125rem;color:var(--zacht)}
.feiten dd,.velden dd{margin:0}
.oordeel{border:1px solid var(--lijn);border-left:.4rem solid var(--ok);background:var(--okvlak);border-radius:.4rem;padding:.9rem 1.1rem;margin:0 0 1.5rem}
.oordeel h2{margin:0;font-size:1.0625rem;display:flex;flex-wrap:wrap;gap:.25rem .6rem;align-items:baseline}
.oordeel ul{margin:.6rem 0 0;padding-left:1.2rem}
.oordeel p{margin:.6rem 0 0}.oordeel p+p{margin-top:.15rem}
.stempel{font-size:.8125rem;font-weight:700;letter-spacing:.04em;padding:.05rem .5rem;border-radius:.25rem;background:var(--ok);color:var(--vlak)}
.tekort{border-left-color:var(--let);background:var(--letvlak)}.tekort .stempel{background:var(--let)}
.onvolledig{border-left-color:var(--fout);background:var(--foutvlak)}.onvolledig .stempel{background:var(--fout)}
.item{background:var(--vlak);border:1px solid var(--lijn);border-radius:.6rem;padding:1rem 1.1rem;margin:0 0 .75rem}
.eigen,.overheid{border-color:var(--accent)}
.wie{display:flex;gap:.75rem;align-items:flex-start;margin:0 0 .7rem}
.wie>div{min-width:0;flex:1}
.beeldmerk{flex:none;width:2.5rem;height:2.5rem;border-radius:50%;background:var(--leeg);color:var(--zacht);display:grid;place-items:center;font-size:.875rem;font-weight:600;overflow:hidden}
.beeldmerk img{width:100%;height:100%;object-fit:cover}
.eigen>.wie .beeldmerk,.overheid>.wie .beeldmerk{background:var(--accentvlak);color:var(--accent)}
.meta{margin:.1rem 0 0;color:var(--zacht);font-size:.875rem;line-height:1.45}
.merk{display:inline-block;font-size:.75rem;font-weight:600;padding:0 .45rem;border-radius:.25rem;background:var(--accentvlak);color:var(--accent);margin-left:.4rem;vertical-align:.08em}
.handvat{font-weight:400;color:var(--zacht)}
.tekst{margin:0;white-space:pre-wrap;unicode-bidi:isolate}
.ontbreekt{color:var(--zacht);font-style:italic;margin:0}
.pseudoniem{background:var(--psvlak);color:var(--ps);border-bottom:1px dashed currentColor;border-radius:.2rem;padding:0 .2em;-webkit-box-decoration-break:clone;box-decoration-break:clone;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.koppeling{color:var(--accent);text-decoration:underline;text-decoration-style:dotted;text-underline-offset:.15em}
.opschrift{margin:0 0 .3rem;font-size:.8125rem;color:var(--zacht)}
.papier{background:#fff;color:#0f1419;color-scheme:light;border:1px solid var(--lijn);border-radius:.4rem;padding:.75rem;overflow:hidden;unicode-bidi:isolate;--accent:#0b5c6b;--zacht:#4c5866;--lijn:#d3dae1;--leeg:#eef1f4;--ps:#5a3d00;--psvlak:#ffeeba;--inkt:#17202a}
.papier.donker{background:#14181c;color:#e7e9ea;color-scheme:dark;--accent:#7fcfdd;--zacht:#a9b5c1;--lijn:#35404b;--leeg:#232c35;--ps:#ffe19a;--psvlak:#453612;--inkt:#e8edf2}
.papier *{max-width:100%;min-width:0}
.papier div,.papier p,.papier blockquote,.papier pre,.papier ul,.papier ol{margin:0}
.papier pre{white-space:pre-wrap}
.papier .koppeling{color:inherit;text-decoration:none;text-underline-offset:auto}
.papier .media{margin:0;border:0;border-radius:.75rem}.papier .media.vak{border:1px dashed var(--lijn)}
.papier .media+.media{margin-top:.25rem}
.papier .naamplek{background:none!important;border-color:transparent!important;color:inherit!important}
.papier .plaats{display:inline-grid;place-items:center;width:2.25rem;height:2.25rem;border-radius:50%;background:var(--leeg);border:1px solid var(--lijn);color:var(--zacht);font-size:.8125rem;flex:none;overflow:hidden;vertical-align:middle}
.papier .plaats img{width:100%;height:100%;object-fit:cover}
.papier .leeg{display:inline-block}
.papier .lijst,.papier .portret{flex-shrink:0}
.papier .portret{overflow:hidden;background:var(--leeg);color:var(--zacht);font-size:.8125rem}
.papier .portret>span{display:grid;place-items:center;width:100%;height:100%}
.papier .portret img{width:100%;height:100%;object-fit:cover}
.papier .beeld{overflow:hidden}
.papier .beeld img{display:block;width:100%;height:100%;object-fit:inherit}
.media{margin:.75rem 0 0;border:1px solid var(--lijn);border-radius:.4rem;overflow:hidden;color:var(--inkt)}
.media img{display:block;max-width:100%;height:auto;margin:0 auto;max-height:80vh;object-fit:contain}
.media figcaption{padding:.5rem .75rem;font-size:.875rem;line-height:1.45;color:var(--zacht);border-top:1px solid var(--lijn)}
.vak{border-style:dashed;background:var(--leeg)}
.vak figcaption{border-top:0;padding:1.1rem .9rem;color:var(--inkt)}
.citaat{margin:.75rem 0 0;padding:.75rem .9rem;border:1px solid var(--lijn);border-left:.25rem solid var(--zacht);border-radius:.4rem}
.citaat .meta{margin:0 0 .35rem}
.onder{margin:.75rem 0 0;padding:.6rem 0 0;border-top:1px solid var(--lijn);color:var(--zacht);font-size:.875rem;line-height:1.5}
.onder p,.onder ul{margin:0}.onder ul{padding-left:1.1rem}
.bij{border-left:.25rem solid var(--accent);padding:.1rem 0 .1rem .9rem;margin:0 0 1.5rem}.bij p{margin:0}.bij .tekst{display:-webkit-box;-webkit-line-clamp:4;-webkit-box-orient:vertical;overflow:hidden}
.draad,.draad ol{list-style:none;margin:0;padding:0}
.draad ol{border-left:2px solid var(--lijn);margin:0 0 .75rem .6rem;padding-left:.9rem}
.velden{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.5rem 1.25rem;margin:.75rem 0 0}
.voet{border-top:1px solid var(--lijn);margin-top:2.5rem;padding-top:1rem;color:var(--zacht);font-size:.875rem}
.voet p{margin:0 0 .5rem}
@media (max-width:30rem){.blad{padding:0 .75rem 2rem}.item{padding:.8rem}.draad ol{margin-left:.1rem;padding-left:.5rem}.draad ol ol ol{margin-left:0;padding-left:0;border-left:0}.wie{gap:.5rem}.kop{padding-top:1.25rem}.beeldmerk{width:2rem;height:2rem}}
@media print{:root{--grond:#fff;--vlak:#fff;--inkt:#000;--zacht:#333;--lijn:#999;--accent:#06414c;--accentvlak:#fff;--okvlak:#fff;--letvlak:#fff;--foutvlak:#fff;--ok:#1c6b3a;--let:#7a4b00;--fout:#9c1c1c;--psvlak:#ffeeba;--ps:#3d2900;--leeg:#f4f4f4;color-scheme:light}
.papier.donker,.papier.donker *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-size:10.5pt}.blad{max-width:none;padding:0}.sla-over{display:none}.item,.media,.oordeel{break-inside:avoid}.stempel{-webkit-print-color-adjust:exact;print-color-adjust:exact}h2,.wie{break-after:avoid}.media img{max-height:16cm}@page{margin:18mm}}
`.replaceAll('\n', '');
