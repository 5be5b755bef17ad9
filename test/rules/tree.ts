import type { Note } from '../../src/domain/index.ts';
import type {
  Declaration,
  Duration,
  Expression,
  InventedRows,
  TestDeclaration,
} from '../../src/rules/index.ts';

const long = ({ count, unit }: Duration) => `${count}${unit}`;

/** An expression as nested words: what the case files compare. */
export function treeOf(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.unit === 'plain' ? `${expression.value}` : `${expression.value}:${expression.unit}`;
    case 'duration':
      return long(expression.duration);
    case 'date':
      return `day:${expression.day}`;
    case 'text':
      return JSON.stringify(expression.value);
    case 'list':
      return `[${expression.items.map(treeOf).join(' ')}]`;
    case 'name':
      return expression.name;
    case 'reference':
      return `(${expression.to} ${expression.name})`;
    case 'rows': {
      const { of, field, window, where } = expression;
      const parts = [field?.text, window && `last ${long(window)}`, where && `where ${treeOf(where)}`];
      return `<${[of, ...parts].filter(Boolean).join(' ')}>`;
    }
    case 'windowed':
      return `(last ${long(expression.window)} ${treeOf(expression.value)})`;
    case 'operation':
      return `(${[expression.construct, ...expression.operands.map(treeOf)].join(' ')})`;
    case 'missing':
      return '?';
  }
}

/** A declaration in one line. */
export function declarationTree(declaration: Declaration): string {
  const head = `${declaration.kind} ${declaration.name.text}`;
  if (declaration.broken) return `${head} broken`;
  switch (declaration.kind) {
    case 'metric':
      return `${head} ${treeOf(declaration.value)}`;
    case 'tag':
      return `${head} ${declaration.weight} ${treeOf(declaration.when)}`;
    case 'segment':
      return `${head} ${treeOf(declaration.when)}`;
    case 'tier': {
      const levels = declaration.levels.map(({ name, from, keep }) => {
        return `${name.text}(${[from, keep].map(each => (each ? treeOf(each) : '-')).join(' ')})`;
      });
      return `${head} ${treeOf(declaration.by)} ${levels.join(' ')}`;
    }
    case 'action': {
      const { target, priority, within, when, say } = declaration;
      const parts = [
        target?.text,
        priority,
        within && long(within),
        when && treeOf(when),
        say && treeOf(say),
      ];
      return `${head} ${parts.map(part => part ?? '-').join(' ')}`;
    }
  }
}

/** A test in one line. */
export function testTree({ name, about, expects, broken }: TestDeclaration): string {
  if (broken) return `test ${name.text} broken`;
  const facts = about?.kind === 'given' ? about.facts.map(factTree).join(', ') : '';
  const whom = about?.kind === 'text' ? JSON.stringify(about.value) : about ? `{${facts}}` : 'all';
  return `test ${name.text} ${whom} => ${expects.map(treeOf).join(', ')}`;
}

function factTree(fact: Expression | InventedRows): string {
  if (fact.kind !== 'invented') return treeOf(fact);
  const { of, count, each, over, latest, where } = fact;
  const parts = [each && treeOf(each), over && long(over), latest && long(latest), where && treeOf(where)];
  return `<${count} ${of} ${parts.map(part => part ?? '-').join(' ')}>`;
}

/** A note as `severity code "marked text" args`. */
export function noteLine(note: Note, text: string): string {
  const marked = text.slice(...note.span).replace(/\s+/g, ' ');
  const args = Object.entries(note.args).filter(([, value]) => value !== '');
  const told = args.map(([name, value]) => `${name}=${value}`).join(' ');
  return `${note.severity} ${note.code} at ${note.span[0]} "${marked}" ${told}`.trimEnd();
}
