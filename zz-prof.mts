import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { staticEmbedder } from '#adapters/embedded/static-embedder.ts';
import { tenantFiles } from '#adapters/sqlite/tenant-files.ts';
import { wordStems } from '#adapters/sqlite/word-stems.ts';
import { searchWords, searchVectors, searchTitles } from '#adapters/sqlite/search-arms.ts';
import { hitDetails } from '#adapters/sqlite/hit-details.ts';
import { weighedWords } from '#adapters/sqlite/weighed-words.ts';
import { queryWords } from '#adapters/sqlite/query-words.ts';
import { fuse } from '#core/search/fuse.ts';
import { generatedCases } from './bench/search/generated-cases.ts'; import { mkdtempSync } from 'node:fs'; import { sqliteSearchIndex } from '#adapters/sqlite/sqlite-search-index.ts'; import { embedPassages } from '#core/projection/embed-passages.ts'; import { passageOfCase } from '#core/projection/passage-of-case.ts'; import { aCase } from '#test/support/a-case.ts';
const embedder = staticEmbedder({table:readFileSync('models/static-en-256.bin'),vocabulary:readFileSync('models/vocab.txt')});
const words=readFileSync('models/vocab.txt','utf8').split('\n').filter(p=>/^[a-z]{2,}$/.test(p));
const g=generatedCases(words,1); const dir=mkdtempSync('/tmp/s-lab/prof-'); const index=sqliteSearchIndex({directory:dir,model:'m'});
const cpu=()=>{const u=process.threadCpuUsage();return (u.user+u.system)/1000};
const st={e:0,w:0};
for(let i=0;i<50;i++){const c=cpu();const ps=await embedPassages(embedder,Array.from({length:200},(_,n)=>passageOfCase(aCase({id:`c-${i}-${n}`,content:g.next()}))));const d=cpu();await index.upsert(ps);st.e+=d-c;st.w+=cpu()-d;}
console.log('cpu ms: embed+gen',st.e,'write',st.w,'writes/s cpu',10000/(st.w/1000));
const file = tenantFiles(dir,'m').existing('demo')!; const stems=wordStems();
const qs=Array.from({length:300},()=>g.query());
const vs=await embedder.embed(qs);
const S=(i:number)=>({tenant:'demo',kinds:['case','article','document'] as const,filters:{},text:qs[i],vector:vs[i],limit:200});
const t=(n:string,f:(i:number)=>unknown)=>{for(let i=0;i<50;i++)f(i);const a:number[]=[];const c0=cpu();for(let i=0;i<300;i++){const s=performance.now();f(i);a.push(performance.now()-s)}const cc=(cpu()-c0)/300;a.sort((x,y)=>x-y);console.log(n.padEnd(20),'p50',a[150]!.toFixed(3),'p95',a[285]!.toFixed(3),'cpu mean',cc.toFixed(3));};
t('stems',i=>stems(queryWords(qs[i]!).words));
t('weighed',i=>weighedWords(file,stems,'demo',queryWords(qs[i]!).words));
t('words',i=>searchWords(file,stems,S(i)));
t('vectors',i=>searchVectors(file,S(i)));
t('titles',i=>searchTitles(file,S(i)));
const found=qs.map((_,i)=>({keyword:searchWords(file,stems,S(i)),vector:searchVectors(file,S(i)),exactTitle:searchTitles(file,S(i))}));
t('fuse',i=>fuse(found[i]!,{keyword:.7,vector:.3}));
const keys=found.map(f=>fuse(f,{keyword:.7,vector:.3}).slice(0,10));
t('details',i=>hitDetails(file,stems,{tenant:'demo',text:qs[i],vector:vs[i],keys:keys[i]!}));


const sql=(n:string,q:string,...v:any[])=>t(n,i=>file.all(q,...v.map(x=>x==='V'?new Uint8Array(vs[i]!.buffer):x)));
sql('dist file','SELECT max(vec_distance_L2(value, ?)) FROM vector','V');

let one=0; const p1=await embedPassages(embedder,Array.from({length:200},(_,n)=>passageOfCase(aCase({id:`single-${n}`,content:g.next()}))));
{const c=cpu(); for(const p of p1) await index.upsert([p]); console.log('single upsert cpu ms',(cpu()-c)/200);}
{const c=cpu(); await index.upsert(p1.map(p=>({...p,version:2}))); console.log('update 200 cpu ms',(cpu()-c));}
import { statSync } from 'node:fs'; console.log('bytes',statSync(dir+'/m/demo.sqlite').size, statSync(dir+'/m/demo.sqlite-wal').size);
