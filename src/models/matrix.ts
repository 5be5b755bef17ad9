/** The lower factor of a positive definite matrix, null where it is none (or singular to working precision). */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const factor = matrix.map(row => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; k++) sum -= factor[i]![k]! * factor[j]![k]!;
      if (i !== j) factor[i]![j] = sum / factor[j]![j]!;
      else if (sum > 1e-13 * Math.abs(matrix[i]![i]!)) factor[i]![i] = Math.sqrt(sum);
      else return null;
    }
  }
  return factor;
}

/** The solution of (factor * its transpose) x = right. */
export function solve(factor: readonly (readonly number[])[], right: readonly number[]): number[] {
  const x = [...right];
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= factor[i]![k]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= factor[k]![i]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  return x;
}
