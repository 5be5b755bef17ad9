const width = 240;
const height = 44;

/** A small histogram as the address of a picture. Grey-blue stands out on light and on dark. */
export function sparkline(bins: readonly number[]): string {
  const most = Math.max(1, ...bins);
  const step = width / Math.max(1, bins.length);
  const bars = bins.map((count, index) => {
    const tall = count === 0 ? 0 : Math.max(1, (count / most) * height);
    const [x, y] = [index * step, height - tall].map(value => value.toFixed(1));
    return `<rect x="${x}" y="${y}" width="${Math.max(0.5, step - 1).toFixed(1)}" height="${tall.toFixed(1)}"/>`;
  });
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="#6d86e8">${bars.join('')}</svg>`;
  return `data:image/svg+xml;base64,${btoa(picture)}`;
}
