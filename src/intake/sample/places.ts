export interface Place {
  readonly province: string;
  readonly city: string;
  readonly areaCode: string;
}

/** Cities of the Chinese customers, by weight. */
export const chinesePlaces: readonly (readonly [Place, number])[] = (
  [
    ['shanghai', '上海', '021', 14],
    ['beijing', '北京', '010', 12],
    ['guangdong', '深圳', '0755', 10],
    ['guangdong', '广州', '020', 9],
    ['zhejiang', '杭州', '0571', 7],
    ['jiangsu', '苏州', '0512', 6],
    ['jiangsu', '南京', '025', 5],
    ['sichuan', '成都', '028', 6],
    ['hubei', '武汉', '027', 5],
    ['chongqing', '重庆', '023', 4],
    ['shaanxi', '西安', '029', 4],
    ['tianjin', '天津', '022', 3],
    ['fujian', '厦门', '0592', 3],
    ['hunan', '长沙', '0731', 3],
    ['shandong', '青岛', '0532', 3],
    ['henan', '郑州', '0371', 2],
    ['liaoning', '大连', '0411', 2],
    ['anhui', '合肥', '0551', 2],
    ['yunnan', '昆明', '0871', 1],
    ['heilongjiang', '哈尔滨', '0451', 1],
  ] as const
).map(([province, city, areaCode, weight]) => [{ province, city, areaCode }, weight]);

/** Cities of the customers abroad; `areaCode` with 555-01xx, the numbers kept for fiction. */
export const foreignPlaces: readonly (readonly [Place, number])[] = (
  [
    ['California', 'San Francisco', '415', 5],
    ['California', 'Los Angeles', '213', 4],
    ['New York', 'New York', '212', 5],
    ['Washington', 'Seattle', '206', 4],
    ['Texas', 'Austin', '512', 3],
    ['Illinois', 'Chicago', '312', 3],
    ['Massachusetts', 'Boston', '617', 3],
    ['Ontario', 'Toronto', '416', 3],
    ['British Columbia', 'Vancouver', '604', 3],
    ['Colorado', 'Denver', '303', 2],
    ['Oregon', 'Portland', '503', 2],
    ['Florida', 'Miami', '305', 2],
    ['Georgia', 'Atlanta', '404', 2],
    ['Quebec', 'Montreal', '514', 2],
  ] as const
).map(([province, city, areaCode, weight]) => [{ province, city, areaCode }, weight]);
