import { type Customer, regionOf } from '../../domain/index.ts';
import { type EnterpriseSize, enterpriseSize } from '../clean/enterpriseSize.ts';
import { industryOf } from '../clean/industry.ts';
import { provinceOfCity } from '../clean/place.ts';

type Columns = Customer['columns'];

/**
 * Columns with what follows from the others where nobody says it: the province of a city that is one, the region of
 * a province, the size of an enterprise from its figures. `industry`: the cell as it stood, which may be more exact.
 */
export function concluded(columns: Columns, industry: string | undefined, currency: string): Columns {
  const { province, city, region, size } = columns;
  const found: Record<string, string | number> = {};
  const place = province ?? provinceOfCity(String(city ?? ''));
  if (province === undefined && place !== '') found.province = place;
  const around = region === undefined ? regionOf(String(place)) : '';
  if (around !== '') found.region = around;
  const measured = size === undefined ? sizeOf(columns, industry, currency) : null;
  if (measured !== null) found.size = measured;
  for (const _ in found) return { ...columns, ...found };
  return columns;
}

/** The size by the rule for Chinese enterprises, null where the figures do not give it or are not in yuan. */
export function sizeOf(
  columns: Columns,
  industry: string | undefined,
  currency: string,
): EnterpriseSize | null {
  const { employees, annualRevenue, assets } = columns;
  if (currency !== 'CNY' || (employees === undefined && annualRevenue === undefined && assets === undefined))
    return null;
  const code = industryOf(industry ?? '')?.code ?? industryOf(String(columns.industry ?? ''))?.code;
  if (code === undefined) return null;
  const yuan = (amount: string | number | undefined) => (amount === undefined ? null : Number(amount) / 100);
  return enterpriseSize({
    industry: code,
    employees: employees === undefined ? null : Number(employees),
    revenue: yuan(annualRevenue),
    assets: yuan(assets),
  }).size;
}
