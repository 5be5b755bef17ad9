import type { Declaration, Expression, Name } from '../ast.ts';

/** The expressions directly inside of one, in order of the text. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'operation':
      return expression.operands;
    case 'list':
      return expression.items;
    case 'windowed':
      return [expression.value];
    case 'rows':
      return expression.where ? [expression.where] : [];
    default:
      return [];
  }
}

/** An expression and everything inside of it. */
export function* allOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* allOf(part);
}

/**
 * The expressions a declaration is made of, whatever its kind: every clause that holds one. A kind of declaration
 * that comes later is walked as well.
 */
export function expressionsOf(declaration: Declaration): Expression[] {
  const found: Expression[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (isExpression(value)) found.push(value);
    else if (isNode(value)) Object.values(value).forEach(look);
  };
  for (const value of Object.values(declaration)) look(value);
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** The names a declaration mentions outside of its expressions, such as the segment that an action is for. */
export function mentionsOf(declaration: Declaration): Name[] {
  const found: Name[] = [];
  for (const value of Object.values(declaration)) {
    if (value !== declaration.name && isNode(value) && !isExpression(value) && 'text' in value) {
      found.push(value as unknown as Name);
    }
  }
  return found;
}

const kinds: ReadonlySet<string> = new Set<Expression['kind']>([
  'number',
  'duration',
  'date',
  'text',
  'list',
  'name',
  'reference',
  'rows',
  'windowed',
  'operation',
  'missing',
]);

function isNode(value: unknown): value is { span: unknown } {
  return typeof value === 'object' && value !== null && 'span' in value;
}

function isExpression(value: unknown): value is Expression {
  return isNode(value) && 'kind' in value && kinds.has(value.kind as string);
}
