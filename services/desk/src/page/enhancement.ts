import { createHash } from 'node:crypto';

/**
 * All the script there is. Pages work without it: it copies a text (`data-copy`, an element's id),
 * hands it to the phone's share sheet (`data-share`), ticks every box of a form (`data-tick`), and
 * prints the page (`data-print`). Such buttons are hidden until it runs.
 */
export const ENHANCEMENT = `
for(const b of document.querySelectorAll('[data-copy],[data-share],[data-tick],[data-print]')){
if(b.dataset.share&&!navigator.share)continue;
b.hidden=false;
b.addEventListener('click',async()=>{
const{copy,share,tick,print}=b.dataset;
if(print)return window.print();
if(tick){for(const box of b.closest('form').querySelectorAll('input[type=checkbox][name="'+tick+'"]'))box.checked=true;return}
const text=document.getElementById(copy||share).textContent;
if(share)return navigator.share({text}).catch(()=>{});
await navigator.clipboard.writeText(text);
b.textContent=b.dataset.done;
});
}
`.trim();

/** The source that a Content-Security-Policy allows. */
export const ENHANCEMENT_HASH = `sha256-${createHash('sha256').update(ENHANCEMENT).digest('base64')}`;
