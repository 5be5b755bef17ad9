import type { FieldValue } from './fields.ts';

/** The seven customary regions of China. */
export const regions = [
  { id: 'north', en: 'North China', zh: '华北' },
  { id: 'northeast', en: 'Northeast China', zh: '东北' },
  { id: 'east', en: 'East China', zh: '华东' },
  { id: 'central', en: 'Central China', zh: '华中' },
  { id: 'south', en: 'South China', zh: '华南' },
  { id: 'southwest', en: 'Southwest China', zh: '西南' },
  { id: 'northwest', en: 'Northwest China', zh: '西北' },
] as const satisfies readonly FieldValue[];

type RegionId = (typeof regions)[number]['id'];

/** [id, English, everyday name, full name, one-character name, region] of GB/T 2260, in its order. */
const provinceRows: readonly (readonly [string, string, string, string, string, RegionId])[] = [
  ['beijing', 'Beijing', '北京', '北京市', '京', 'north'],
  ['tianjin', 'Tianjin', '天津', '天津市', '津', 'north'],
  ['hebei', 'Hebei', '河北', '河北省', '冀', 'north'],
  ['shanxi', 'Shanxi', '山西', '山西省', '晋', 'north'],
  ['neimenggu', 'Inner Mongolia', '内蒙古', '内蒙古自治区', '蒙', 'north'],
  ['liaoning', 'Liaoning', '辽宁', '辽宁省', '辽', 'northeast'],
  ['jilin', 'Jilin', '吉林', '吉林省', '吉', 'northeast'],
  ['heilongjiang', 'Heilongjiang', '黑龙江', '黑龙江省', '黑', 'northeast'],
  ['shanghai', 'Shanghai', '上海', '上海市', '沪', 'east'],
  ['jiangsu', 'Jiangsu', '江苏', '江苏省', '苏', 'east'],
  ['zhejiang', 'Zhejiang', '浙江', '浙江省', '浙', 'east'],
  ['anhui', 'Anhui', '安徽', '安徽省', '皖', 'east'],
  ['fujian', 'Fujian', '福建', '福建省', '闽', 'east'],
  ['jiangxi', 'Jiangxi', '江西', '江西省', '赣', 'east'],
  ['shandong', 'Shandong', '山东', '山东省', '鲁', 'east'],
  ['henan', 'Henan', '河南', '河南省', '豫', 'central'],
  ['hubei', 'Hubei', '湖北', '湖北省', '鄂', 'central'],
  ['hunan', 'Hunan', '湖南', '湖南省', '湘', 'central'],
  ['guangdong', 'Guangdong', '广东', '广东省', '粤', 'south'],
  ['guangxi', 'Guangxi', '广西', '广西壮族自治区', '桂', 'south'],
  ['hainan', 'Hainan', '海南', '海南省', '琼', 'south'],
  ['chongqing', 'Chongqing', '重庆', '重庆市', '渝', 'southwest'],
  ['sichuan', 'Sichuan', '四川', '四川省', '川', 'southwest'],
  ['guizhou', 'Guizhou', '贵州', '贵州省', '贵', 'southwest'],
  ['yunnan', 'Yunnan', '云南', '云南省', '云', 'southwest'],
  ['xizang', 'Tibet', '西藏', '西藏自治区', '藏', 'southwest'],
  ['shaanxi', 'Shaanxi', '陕西', '陕西省', '陕', 'northwest'],
  ['gansu', 'Gansu', '甘肃', '甘肃省', '甘', 'northwest'],
  ['qinghai', 'Qinghai', '青海', '青海省', '青', 'northwest'],
  ['ningxia', 'Ningxia', '宁夏', '宁夏回族自治区', '宁', 'northwest'],
  ['xinjiang', 'Xinjiang', '新疆', '新疆维吾尔自治区', '新', 'northwest'],
  ['taiwan', 'Taiwan', '台湾', '台湾省', '台', 'east'],
  ['hongkong', 'Hong Kong', '香港', '香港特别行政区', '港', 'south'],
  ['macau', 'Macau', '澳门', '澳门特别行政区', '澳', 'south'],
];

/** The provinces as values of a field; states of other countries stay as the file writes them. */
export const provinces: readonly FieldValue[] = provinceRows.map(([id, en, everyday, full, short]) => ({
  id,
  en,
  zh: everyday,
  aliases: [full, short],
}));

const regionByProvince = new Map(provinceRows.map(([id, , , , , region]) => [id, region]));

/** The region a province (stored id) lies in, '' where it is not one of the table. */
export function regionOf(province: string): string {
  return regionByProvince.get(province) ?? '';
}
