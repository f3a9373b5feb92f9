/** The styles of the page: system fonts, both colour schemes, nothing fetched. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#16191f;--soft:#5f6b7a;--line:#d5dbdb;--back:#fff;--side:#f6f7f9;--link:#0353b4;--mark:#eef3fb}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#a3adba;--line:#3a4553;--back:#12171f;--side:#1a212c;--link:#75b6ff;--mark:#1e2b3d}}
*{box-sizing:border-box}html{scroll-behavior:smooth}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;color:var(--ink);background:var(--back);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;display:grid;grid-template-columns:18rem minmax(0,1fr)}
a{color:var(--link)}a:focus-visible,summary:focus-visible,pre:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--back);padding:.5rem 1rem;z-index:1}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.5rem 1.25rem;background:var(--side);border-right:1px solid var(--line)}
nav h2{font-size:.78rem;text-transform:uppercase;letter-spacing:.05em;color:var(--soft);margin:1.4rem 0 .3rem}
nav ul{list-style:none;margin:0;padding:0}nav a{display:block;padding:.2rem 0;text-decoration:none;color:inherit}nav a:hover{text-decoration:underline}
main{padding:2rem 2.5rem 6rem;max-width:62rem}
h1{margin:.2rem 0 .6rem;font-size:2rem}main h2{margin:3rem 0 0;font-size:1.35rem;border-bottom:2px solid var(--line);padding-bottom:.3rem}
section{padding-top:1.4rem}section:target{background:var(--mark);margin:0 -1rem;padding:1.4rem 1rem .6rem;border-radius:.5rem}
h3{margin:0 0 .3rem;font-size:1.1rem}h3 a{color:inherit;text-decoration:none}h3 a:hover{text-decoration:underline}
.place{margin:.2rem 0;overflow-wrap:anywhere}.method{display:inline-block;min-width:4.2rem;text-align:center;border-radius:.3rem;padding:.05rem .5rem;color:#fff;font:600 .8rem/1.6 ui-monospace,monospace;background:#0353b4}
.post{background:#1a6b31}.put{background:#8a5300}.delete{background:#b3261e}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,monospace;font-size:.9em}pre{overflow:auto;background:var(--side);border:1px solid var(--line);border-radius:.4rem;padding:.8rem}
small{color:var(--soft)}em{font-style:normal;font-size:.75rem;color:#b3261e}@media(prefers-color-scheme:dark){em{color:#ff9d94}}
table{width:100%;border-collapse:collapse;margin:.7rem 0;font-size:.92rem}caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}thead th{font-weight:500;color:var(--soft);font-size:.8rem}tbody th{font-weight:500;width:26%}.answers tbody th{width:5rem}.problems{color:var(--soft);font-size:.88rem;margin:.3rem 0 .8rem}
summary{cursor:pointer;color:var(--link)}
@media(max-width:52rem){body{display:block}nav{position:static;height:auto;border-right:0;border-bottom:1px solid var(--line)}main{padding:1.5rem 1.1rem 4rem}}
@media print{nav{display:none}body{display:block}}
`;
