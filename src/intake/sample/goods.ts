/** What the demonstration company sells: coffee for homes and offices. Prices in fen. */
export interface Product {
  readonly name: string;
  readonly category: string;
  readonly price: number;
}

type Row = readonly [name: string, category: string, yuan: number];

const goods = (rows: readonly Row[]): readonly Product[] =>
  rows.map(([name, category, yuan]) => ({ name, category, price: yuan * 100 }));

/** Bought for one person. */
export const smallGoods = goods([
  ['挂耳咖啡 Dawn 20 包', '咖啡', 69],
  ['拼配咖啡豆 Dawn 454g', '咖啡', 79],
  ['埃塞俄比亚咖啡豆 454g', '咖啡', 108],
  ['云南小粒咖啡豆 454g', '咖啡', 68],
  ['低因咖啡豆 454g', '咖啡', 98],
  ['冷萃浓缩液 12 杯', '咖啡', 59],
  ['茉莉花茶 100g', '茶', 49],
  ['白桃乌龙茶 30 包', '茶', 56],
  ['陶瓷滤杯 V2', '器具', 89],
  ['滤纸 100 张', '器具', 25],
  ['随行杯 450ml', '器具', 129],
  ['玻璃分享壶 600ml', '器具', 98],
]);

/** Bought now and then, for home or a small office. */
export const middleGoods = goods([
  ['手摇磨豆机 M1', '器具', 269],
  ['手冲礼盒 Atlas', '礼盒', 328],
  ['咖啡豆订阅 3 个月', '咖啡', 258],
  ['温控手冲壶 K3', '器具', 349],
  ['节日礼盒 Lantern', '礼盒', 198],
  ['胶囊咖啡 120 粒', '咖啡', 299],
]);

/** Machines, service and quantities for those who spend much. */
export const largeGoods = goods([
  ['半自动咖啡机 Lava One', '咖啡机', 2_680],
  ['办公咖啡豆 10kg', '咖啡', 1_180],
  ['办公咖啡豆 20kg', '咖啡', 2_160],
  ['商用磨豆机 G8', '咖啡机', 1_980],
  ['企业礼盒 20 份', '礼盒', 2_960],
  ['咖啡豆订阅 12 个月', '咖啡', 968],
  ['庄园精品豆 5kg', '咖啡', 1_480],
  ['茶歇套餐 50 人', '茶', 1_650],
]);

/** Running supplies of companies. */
export const officeGoods = goods([
  ['办公咖啡豆 5kg', '咖啡', 620],
  ['纸杯与搅拌棒 1000 套', '耗材', 240],
  ['滤芯与清洁套装', '耗材', 380],
  ['胶囊咖啡 240 粒', '咖啡', 560],
  ['茶包 300 袋', '茶', 260],
]);

/** The service contract: the new product that upselling is about. */
export const serviceGoods = goods([['咖啡机保养 1 年', '服务', 880]]);

/** Where orders are placed, by weight. */
export const orderChannels: readonly (readonly [string, number])[] = [
  ['官网', 30],
  ['天猫', 26],
  ['京东', 16],
  ['微信小程序', 18],
  ['门店', 6],
  ['电话', 4],
];
