import Papa from 'papaparse';

interface Row {
  readonly 买家昵称: string;
  readonly 付款日期: string;
  readonly 订单状态: string;
  readonly 实付金额: string;
}

interface Buyer {
  readonly paid: { readonly day: string; readonly amount: number }[];
  readonly all: string[];
}

/**
 * How many buyers the shipped rules hold for on a day, computed from the file line by line with loops and date
 * strings: nothing of the product takes part.
 */
export function countRealOrders(text: string, today: string): Record<string, number> {
  const buyers = new Map<string, Buyer>();
  for (const row of Papa.parse<Row>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true })
    .data) {
    const buyer = buyers.get(row.买家昵称) ?? { paid: [], all: [] };
    const day = row.付款日期.slice(0, 10);
    buyer.all.push(`${row.付款日期} ${row.订单状态 === '交易成功' ? 'paid' : 'refunded'}`);
    if (row.订单状态 === '交易成功') buyer.paid.push({ day, amount: Math.round(Number(row.实付金额) * 100) });
    buyers.set(row.买家昵称, buyer);
  }

  const halfYearAgo = monthsBefore(today, 6);
  const yearAgo = monthsBefore(today, 12);
  const averages = new Map<Buyer, number>();
  for (const buyer of buyers.values()) {
    const amounts = buyer.paid.filter(order => order.day > yearAgo).map(order => order.amount);
    if (amounts.length > 0)
      averages.set(buyer, amounts.reduce((sum, each) => sum + each, 0) / amounts.length);
  }
  const mean = [...averages.values()].reduce((sum, each) => sum + each, 0) / averages.size;

  const counts = {
    高价值客户: 0,
    重点企业客户: 0,
    回头客: 0,
    新客户: 0,
    投诉未平: 0,
    沉睡客户: 0,
    新客培育: 0,
    忠诚客户: 0,
    流失预警: 0,
  };
  for (const buyer of buyers.values()) {
    const days = buyer.paid.map(order => order.day).sort();
    const recency = days.length > 0 ? daysBetween(days.at(-1)!, today) : Number.NaN;
    const sinceFirst = days.length > 0 ? daysBetween(days[0]!, today) : Number.NaN;
    const recent = buyer.paid.filter(order => order.day > halfYearAgo).length;
    const average = averages.get(buyer) ?? Number.NaN;
    const highValue = recent >= 5 && average >= 1.5 * mean;
    if (highValue) counts.高价值客户++;
    if (highValue && recency > 90) counts.流失预警++;
    if (days.length >= 2 && recency <= 180) counts.回头客++;
    if (sinceFirst <= 30) counts.新客户++;
    if (sinceFirst <= 30 && days.length === 1) counts.新客培育++;
    if (days.length >= 1 && recency > 180) counts.沉睡客户++;
    const loyal = repeatShare(buyer, yearAgo) >= 0.6;
    if (loyal && days.length >= 3 && recency <= 90) counts.忠诚客户++;
  }
  return counts;
}

/** Which part of a buyer's orders since a day are paid ones after an earlier paid one. */
function repeatShare(buyer: Buyer, since: string): number {
  let paidBefore = false;
  let repeats = 0;
  let orders = 0;
  for (const order of [...buyer.all].sort()) {
    const paid = order.endsWith('paid');
    if (order.slice(0, 10) > since) {
      orders++;
      if (paid && paidBefore) repeats++;
    }
    paidBefore ||= paid;
  }
  return orders === 0 ? Number.NaN : repeats / orders;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The same day of the month so many months earlier, at most the month's last day, as YYYY-MM-DD. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}
