import { readFileSync, rmSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { staticEmbedder } from '#adapters/embedded/static-embedder.ts';
import { rememberingQueryEmbedder } from '#adapters/embedded/remembering-query-embedder.ts';
import { sqliteSearchIndex } from '#adapters/sqlite/sqlite-search-index.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { searchHybrid } from '#core/use-cases/search-hybrid.ts';
import { projectRecords } from '#core/use-cases/project-records.ts';
import { HybridSearch } from '#contracts/search.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { aCase } from '#test/support/a-case.ts';
import { countedIds } from '#test/support/counted-ids.ts';
const noExact = process.argv.includes('--no-exact'); const noTitle = process.argv.includes('--no-title');
const rows = parse(readFileSync('/work/shared/data/it-tickets.csv','utf8'),{columns:true}) as Record<string,string>[];
rmSync('/tmp/s-lab/rel',{recursive:true,force:true});
const cases = rows.map((r,n)=>aCase({id:`t-${n}`, content:{title: noTitle? undefined : r.title||undefined, description:r.body, status:'open', category:r.category}}));
const store = memoryCaseStore(cases);
const embedder = staticEmbedder({table:readFileSync('models/static-en-256.bin'),vocabulary:readFileSync('models/vocab.txt')});
const real = sqliteSearchIndex({directory:'/tmp/s-lab/rel',model:embedder.model});
const index = {...real, search: async (q:any)=>{const r=await real.search(q); return noExact?{...r,exactTitle:[]}:r}};
const s=performance.now();
const project = projectRecords({cases:store,index,embedder});
for(let i=0;i<cases.length;i+=200) { const f=await project(cases.slice(i,i+200).map(({tenant,id})=>({tenant,id}))); if(f.length) console.log(f[0]); }
console.log('project/s', Math.round(cases.length/((performance.now()-s)/1000)), await index.count('demo'));
const search = searchHybrid({cases:store,index,embedder:rememberingQueryEmbedder(embedder),hasher:nodeHasher,clock:{now:()=>new Date()},ids:countedIds()});
const counts=new Map<string,number>(); for(const r of rows) counts.set(r.title,(counts.get(r.title)??0)+1);
const targets = rows.map((r,n)=>({t:r.title,n})).filter(({t})=>t.trim().split(/\s+/).length>=3 && counts.get(t)===1);
for (const weights of [undefined,{keyword:1,vector:0},{keyword:0,vector:1},{keyword:.5,vector:.5}]) {
 let hit=0,mrr=0; const lat:number[]=[]; const miss:string[]=[];
 for(const {t,n} of targets){ const a=performance.now(); const r=await search('demo',HybridSearch.parse({query:t,weights})); lat.push(performance.now()-a);
  const at=r.results.findIndex(x=>x.id===`t-${n}`); if(at>=0){hit++;mrr+=1/(at+1)} else miss.push(t); }
 lat.sort((x,y)=>x-y); const q=(p:number)=>lat[Math.floor(lat.length*p)].toFixed(2);
 console.log(JSON.stringify(weights??'default'),'n',targets.length,'hit@10',(hit/targets.length).toFixed(4),'MRR@10',(mrr/targets.length).toFixed(4),'ms p50',q(.5),'p95',q(.95),'p99',q(.99), miss.slice(0,3));
}
const one=await search('demo',HybridSearch.parse({query:'cannot login outlook password expired',explain:true,limit:3})); console.log(JSON.stringify(one,null,1));
