import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { foldWidth } from '../clean/text.ts';

const simplified = Converter({ from: 't', to: 'cn' });
const han = /\p{Script=Han}/u;
const marks = /\p{M}+/gu;
const joints = /['’`´]/g;
const words = /[\p{L}\p{N}]+/gu;

/** Legal forms that say nothing about which company it is, the longer ones first. */
const chineseForms =
  /(?:股份有限公司|有限责任公司|有限公司|责任公司|集团公司|股份公司|分公司|总公司|公司|集团|股份|控股|[(（](?:集团|中国|有限合伙)[)）])+$/u;
const legalForms = new Set(
  'ltd limited llc llp inc incorporated corp corporation co company plc gmbh ag kg ohg sa sas sarl srl spa bv nv ab oy as pty pte sdn bhd group holding holdings the'.split(
    ' ',
  ),
);

export function isHan(text: string): boolean {
  return han.test(text);
}

/** One spelling for what is written alike: case, width, accents and traditional characters fold away. */
export function fold(text: string): string {
  const narrow = foldWidth(text).toLowerCase();
  const plain = /[\u0080-\u024f\u1e00-\u1eff]/.test(narrow)
    ? narrow
        .normalize('NFD')
        .replace(marks, '')
        .replaceAll('ß', 'ss')
        .replaceAll('ø', 'o')
        .replaceAll('æ', 'ae')
    : narrow;
  return isHan(plain) ? simplified(plain) : plain;
}

/** The words of a folded text: runs of letters and digits; apostrophes join. */
export function wordsOf(folded: string): string[] {
  return folded.replace(joints, '').match(words) ?? [];
}

/** The sound of a word: pinyin without tones for Chinese, the word itself else. */
export function soundOf(word: string): string {
  if (!isHan(word)) return word;
  return pinyin(word, { toneType: 'none', type: 'array', v: true }).join('').toLowerCase();
}

/** First letter and the consonants after it, doubles once: what stays of a Latin word through most slips. */
export function skeletonOf(sound: string): string {
  const rest = sound.slice(1).replace(/[aeiouyhw]/g, '');
  return (sound.slice(0, 1) + rest).replace(/(.)\1+/g, '$1').slice(0, 5);
}

/** A company's words without its legal form. All of them where nothing else would be left. */
export function companyWords(folded: string): string[] {
  const bare = folded.replace(/\s+/g, ' ').trim().replace(chineseForms, '');
  const all = wordsOf(bare === '' ? folded : bare);
  const kept = all.filter(word => !legalForms.has(word));
  return piecesOf(kept.length > 0 ? kept : all);
}

/** True for a name that ends like a company's. */
export function isCompanyName(folded: string): boolean {
  if (chineseForms.test(folded.trim())) return true;
  const all = wordsOf(folded);
  return all.length > 1 && legalForms.has(all.at(-1)!) && all.at(-1) !== 'as' && all.at(-1) !== 'co';
}

/** Words as they are compared: Chinese ones as pairs of neighbouring characters, with figures by themselves. */
export function piecesOf(words: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const word of words) {
    if (!isHan(word)) {
      pieces.push(word);
      continue;
    }
    for (const run of word.match(/\p{N}+|[^\p{N}]+/gu) ?? []) {
      const letters = [...run];
      if (letters.length < 3 || !isHan(run)) pieces.push(run);
      else for (let at = 0; at + 1 < letters.length; at++) pieces.push(letters[at]! + letters[at + 1]!);
    }
  }
  return pieces;
}
