import type { Declaration, Expression, Name } from '../ast.ts';

/** The expressions directly inside of a node, in order of the text, whatever the node is. */
export function partsOf(node: object): Expression[] {
  const found: Expression[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (isExpression(value)) found.push(value);
    else if (isNode(value)) Object.values(value).forEach(look);
  };
  for (const value of Object.values(node)) look(value);
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** An expression and everything inside of it. */
export function* allOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* allOf(part);
}

/** The expressions a declaration is made of: every clause that holds one. */
export function expressionsOf(declaration: Declaration): Expression[] {
  return partsOf(declaration);
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

function isNode(value: unknown): value is { span: unknown } {
  return typeof value === 'object' && value !== null && 'span' in value;
}

/** Names and levels are nodes too, but only expressions and declarations have a kind. */
function isExpression(value: unknown): value is Expression {
  return isNode(value) && 'kind' in value;
}
