import { localeOf, texts, translate } from '../../src/i18n/index.ts';
import type { Journal } from './journal.ts';

const summaryTexts = texts({
  title: { en: 'Tierlens: the main job, once through', zh: 'Tierlens：完整走一遍' },
  done: {
    en: '{count} steps done in {seconds} s, on {moment}.',
    zh: '{moment}，共完成 {count} 步，用时 {seconds} 秒。',
  },
  failed: { en: 'Stopped.', zh: '未完成。' },
  counts: { en: 'The published rules', zh: '已发布的规则' },
  rule: { en: 'Rule', zh: '规则' },
  customers: { en: 'Customers', zh: '客户数' },
  share: { en: 'Share', zh: '占比' },
  steps: { en: 'Steps', zh: '步骤' },
  step: { en: 'Step', zh: '步骤' },
  seen: { en: 'Seen', zh: '所见' },
  seconds: { en: 'Seconds', zh: '秒' },
  pictures: { en: 'Pictures', zh: '截图' },
});

/** The journal of a tour as one page of HTML; pictures are named beside it. */
export function summaryOf(journal: Journal): string {
  const { language, steps, counts, pictures, workspace, failure, began } = journal;
  const say = <Key extends keyof typeof summaryTexts>(key: Key) =>
    htmlOf(translate<{ en: string; zh: string }>(language, summaryTexts[key], {}));
  const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
  const done = translate(language, summaryTexts.done, {
    count: steps.length,
    seconds: seconds.toFixed(1),
    moment: began.toLocaleString(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }),
  });
  return `<!doctype html>
<html lang="${localeOf(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${say('title')}</title>
<style>${sheet}</style>
<h1>${say('title')}</h1>
<p>${htmlOf(done)}</p>
<p class="workspace">${htmlOf(workspace)}</p>
${failure ? `<p class="failure"><strong>${say('failed')}</strong> ${htmlOf(failure)}</p>` : ''}
<h2>${say('counts')}</h2>
<table id="counts">
<tr><th>${say('rule')}<th class="number">${say('customers')}<th class="number">${say('share')}</tr>
${counts.map(({ name, customers, share }) => `<tr><td>${htmlOf(name)}<td class="number">${htmlOf(customers)}<td class="number">${htmlOf(share)}</tr>`).join('\n')}
</table>
<h2>${say('pictures')}</h2>
<div class="pictures">
${pictures.map(({ file, caption }) => `<figure><a href="${htmlOf(file)}"><img src="${htmlOf(file)}" alt="" loading="lazy"></a><figcaption>${htmlOf(caption)}</figcaption></figure>`).join('\n')}
</div>
<h2>${say('steps')}</h2>
<table>
<tr><th><th>${say('step')}<th>${say('seen')}<th class="number">${say('seconds')}</tr>
${steps.map(step => `<tr><td>${step.language}<td>${htmlOf(step.name)}<td class="seen">${htmlOf(step.seen)}<td class="number">${step.seconds.toFixed(1)}</tr>`).join('\n')}
</table>
</html>
`;
}

const sheet = `
:root { color-scheme: light dark; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
body { max-width: 1120px; margin: 40px auto; padding: 0 24px; }
h1 { font-size: 24px; } h2 { font-size: 18px; margin-top: 36px; }
.workspace { opacity: 0.75; }
.failure { padding: 10px 16px; border-left: 4px solid #c0392b; background: rgb(192 57 43 / 0.12); }
table { border-collapse: collapse; }
th, td { padding: 5px 24px 5px 0; border-bottom: 1px solid rgb(128 128 128 / 0.3); text-align: start; vertical-align: top; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.seen { font-size: 13px; opacity: 0.8; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 24px; align-items: start; }
figure { margin: 0; } figcaption { font-size: 13px; opacity: 0.8; }
img { max-width: 100%; max-height: 360px; border: 1px solid rgb(128 128 128 / 0.35); border-radius: 8px; }
`;

function htmlOf(text: string): string {
  return text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
}
