import type { Numeral } from './numeral.ts';

const plainFigures: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'壹一贰二貳二叁三參三肆四伍五陆六陸六柒七捌八玖九两二兩二〇零拾十佰百仟千萬万億亿圆元圓元块元毛角正整',
  ].flatMap((sign, index, all) => (index % 2 === 0 ? [[sign, all[index + 1]!]] : [])),
);
const figures = '零一二三四五六七八九';
const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const large: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
const amount =
  /^([零一二三四五六七八九十百千万亿]+)元?(?:零?([一二三四五六七八九])角)?(?:零?([一二三四五六七八九])分)?整?$/;

/** An amount in words, as contracts and invoices write it (壹仟贰佰元伍角整); null where it is none. */
export function chineseAmount(text: string): Numeral | null {
  const plain = [...text].map(sign => plainFigures[sign] ?? sign).join('');
  const parts = amount.exec(plain);
  const whole = parts ? chineseInteger(parts[1]!) : null;
  if (!parts || whole === null) return null;
  const fraction = `${figures.indexOf(parts[2] ?? '零')}${figures.indexOf(parts[3] ?? '零')}`;
  return { negative: false, whole: String(whole), fraction, shift: 0 };
}

/** A whole number in words; null for one that speech shortens (一千二), which may mean two things. */
function chineseInteger(text: string): number | null {
  if (/[百千万亿][一二三四五六七八九]$/.test(text) || !/^[一二三四五六七八九十零]/.test(text)) return null;
  if (text.length > 1 && /[零一二三四五六七八九]{2}/.test(text.replace(/零(?=[一二三四五六七八九])/g, '')))
    return null;
  let total = 0;
  let section = 0;
  let figure = 0;
  for (const sign of text) {
    if (large[sign]) {
      const group = section + figure;
      total = sign === '亿' ? (total + group) * large[sign] : total + group * large[sign];
      section = 0;
      figure = 0;
    } else if (small[sign]) {
      section += (figure || 1) * small[sign];
      figure = 0;
    } else figure = figures.indexOf(sign);
  }
  return total + section + figure;
}
