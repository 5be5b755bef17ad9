import type { Dice } from '../../domain/index.ts';

/** Chinese family names with pinyin, the frequent ones first. */
const familyNames = (
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao ' +
  '罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 冯feng 邓deng 曹cao 彭peng 曾zeng 萧xiao 田tian 董dong 潘pan 袁yuan ' +
  '蔡cai 蒋jiang 余yu 于yu 杜du 叶ye 程cheng 魏wei 苏su 吕lv 丁ding 任ren 卢lu 姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu ' +
  '汪wang 范fan 石shi 廖liao 贾jia 夏xia 韦wei 付fu 方fang 邹zou 熊xiong 孟meng 秦qin 邱qiu 江jiang 尹yin 欧阳ouyang'
).split(' ');
const givenFemale = (
  '芳fang 娜na 敏min 静jing 丽li 艳yan 娟juan 霞xia 秀xiu 兰lan 燕yan 玲ling 丹dan 萍ping 红hong 玉yu 桂gui 梅mei 琳lin 欣xin ' +
  '怡yi 雪xue 倩qian 婷ting 洁jie 颖ying 琪qi 瑶yao 佳jia 梦meng 悦yue 涵han 雨yu 思si 诗shi 妍yan'
).split(' ');
const givenMale = (
  '伟wei 强qiang 磊lei 军jun 洋yang 勇yong 杰jie 涛tao 明ming 超chao 刚gang 平ping 辉hui 鹏peng 华hua 飞fei 鑫xin 波bo 斌bin ' +
  '宇yu 浩hao 凯kai 健jian 俊jun 帆fan 亮liang 龙long 晨chen 志zhi 文wen 建jian 博bo 子zi 轩xuan 泽ze 睿rui'
).split(' ');
const englishFemale =
  'Alice Emma Olivia Sophia Grace Chloe Lucy Hannah Julia Megan Rachel Laura Nora Clara Ivy Ruth Amelia Zoe Fiona Helen Maria Elena Priya Aisha Yuki Ingrid Camille Lena Sara Joan'.split(
    ' ',
  );
const englishMale =
  'James Oliver Noah Liam Henry Jack Thomas Daniel Samuel George Adam Peter Simon Mark Victor Leo Oscar Ryan Kevin Brian Marco Diego Arjun Omar Kenji Lars Hugo Ivan Paul Neil'.split(
    ' ',
  );
const englishFamily =
  'Smith Brown Wilson Taylor Davies Evans Walker Wright Hughes Green Hall Wood Clarke Turner Cooper Ward Morris Baker Parker Bennett Fisher Murphy Kelly Reed Foster Hunt Palmer Mills Grant Stone Novak Rossi Silva Garcia Meyer Weber Fischer Larsen Nilsson Dubois Moreau Tanaka Sato Patel Singh Khan Haddad Costa Almeida Kowalski'.split(
    ' ',
  );

export interface PersonName {
  readonly name: string;
  /** For the address: 'wang.fang', 'alice.smith'. */
  readonly latin: string;
  readonly gender: 'female' | 'male';
}

/** A Chinese name: the frequent family names more often, one or two given characters. */
export function chineseName(dice: Dice): PersonName {
  const gender = dice.chance(0.5) ? 'female' : 'male';
  const [family, familyLatin] = apart(familyNames[Math.floor(dice.next() ** 2 * familyNames.length)]!);
  const pool = gender === 'female' ? givenFemale : givenMale;
  const given = Array.from({ length: dice.chance(0.35) ? 1 : 2 }, () => apart(dice.pick(pool)));
  return {
    name: family + given.map(([character]) => character).join(''),
    latin: `${familyLatin}.${given.map(([, latin]) => latin).join('')}`,
    gender,
  };
}

/** A name as it is written in Latin letters. */
export function englishName(dice: Dice): PersonName {
  const gender = dice.chance(0.5) ? 'female' : 'male';
  const given = dice.pick(gender === 'female' ? englishFemale : englishMale);
  const family = dice.pick(englishFamily);
  return { name: `${given} ${family}`, latin: `${given}.${family}`.toLowerCase(), gender };
}

const companyWords = (
  '华信 鼎盛 恒通 宏达 瑞丰 嘉禾 金源 创新 远大 天成 博雅 中联 新宇 东方 百川 星辰 海纳 盛世 众合 启明 安泰 正大 锦绣 云帆 ' +
  '卓越 佳美 兴业 联创 泰和 隆昌 汇智 文景 千禾 德润 永信 科瑞 欧雅 凌云 万象 青山'
).split(' ');
const companyTrades: Readonly<Record<string, readonly string[]>> = {
  C: ['电子', '机械', '精密制造', '塑胶', '五金', '纺织'],
  F: ['贸易', '商贸', '百货', '供应链'],
  I: ['科技', '软件', '信息技术', '网络'],
  P: ['教育', '培训'],
  H: ['餐饮管理', '酒店管理'],
  E: ['建筑', '装饰工程'],
  L: ['咨询', '会展服务'],
  Q: ['医疗', '健康管理'],
};
const englishWords =
  'Blue Harbour|Summit|Redwood|Lakeside|Bright Path|Ironbridge|Cedar|Silverline|Maple Hill|Fairview|Westgate|Old Mill|Beacon|Copper Field|North Star|Clearwater|Greenway|Stonefield|Highland|Riverside'.split(
    '|',
  );
const englishTrades: Readonly<Record<string, readonly string[]>> = {
  C: ['Manufacturing', 'Tools', 'Components', 'Textiles'],
  F: ['Trading', 'Stores', 'Supply'],
  I: ['Software', 'Systems', 'Digital'],
  P: ['Academy', 'Learning'],
  H: ['Hotels', 'Catering'],
  E: ['Construction', 'Builders'],
  L: ['Consulting', 'Events'],
  Q: ['Clinics', 'Health'],
};

/** Industries of the company's business customers, by weight. */
export const industryWeights: readonly (readonly [string, number])[] = [
  ['C', 30],
  ['F', 22],
  ['I', 18],
  ['H', 10],
  ['P', 8],
  ['L', 6],
  ['E', 4],
  ['Q', 4],
];

export interface CompanyName {
  readonly name: string;
  /** For the address: 'hengtong28'. */
  readonly latin: string;
}

/** A company in its city and trade; `serial` keeps the domains apart. */
export function chineseCompany(dice: Dice, city: string, industry: string, serial: number): CompanyName {
  const word = dice.pick(companyWords);
  const trade = dice.pick(companyTrades[industry] ?? ['实业']);
  return { name: `${city}${word}${trade}有限公司`, latin: `corp${serial}` };
}

export function englishCompany(dice: Dice, industry: string, serial: number): CompanyName {
  const word = dice.pick(englishWords);
  const trade = dice.pick(englishTrades[industry] ?? ['Group']);
  const form = dice.pick(['Ltd', 'Inc', 'GmbH', 'LLC']);
  return { name: `${word} ${trade} ${form}`, latin: `${word.split(' ')[0]!.toLowerCase()}${serial}` };
}

function apart(entry: string): readonly [string, string] {
  const latin = /[a-z]+$/.exec(entry)![0];
  return [entry.slice(0, -latin.length), latin];
}
