import type { Note } from '../../src/domain/index.ts';
import { listedId } from '../../src/rules/actions.ts';
import type { Window } from '../../src/rules/ast.ts';
import type {
  ActionDeclaration,
  Declaration,
  Duration,
  Expression,
  InventedRows,
  TestDeclaration,
} from '../../src/rules/index.ts';

const long = ({ count, unit }: Duration) => `${count}${unit}`;

function windowed(window: Window): string {
  if ('from' in window) return `from ${window.from} to ${window.to}`;
  return 'count' in window ? `last ${long(window)}` : `${window.period} ${window.unit}`;
}

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
      const parts = [field?.text, window && windowed(window), where && `where ${treeOf(where)}`];
      return `<${[of, ...parts].filter(Boolean).join(' ')}>`;
    }
    case 'windowed':
      return `(${windowed(expression.window)} ${treeOf(expression.value)})`;
    case 'operation':
      return `(${[expression.construct, ...expression.operands.map(treeOf)].join(' ')})`;
    case 'missing':
      return '?';
  }
}

/** The further clauses of an action, each as `name:value`; '' for those it does not have. */
function clausesOf(action: ActionDeclaration): string {
  const { goal, type, role, lever, active, cooldown, limit, incentive, success } = action;
  const told: Record<string, string | null | false> = {
    goal: goal && listedId('goal', goal.text),
    type: type && listedId('type', type.text),
    channels: action.channels.map(each => each.text).join(','),
    role: role?.value ?? null,
    eligible: action.eligible && treeOf(action.eligible),
    applicable: action.applicable && treeOf(action.applicable),
    suitable: action.suitable && treeOf(action.suitable),
    value: action.value && treeOf(action.value),
    cost: action.cost && treeOf(action.cost),
    lever: lever && `${lever.factor} ${lever.author?.value} ${lever.until}`,
    context: action.context.map(({ key, text, weight }) => `${key.text}=${text.value}:${weight}`).join(','),
    active: active && windowed(active),
    cooldown: cooldown && long(cooldown),
    limit: limit && `${limit.times}/${long(limit.per)}`,
    excludes: action.excludes.map(each => each.text).join(','),
    consent: action.consent && 'yes',
    workingDays: action.workingDays && 'yes',
    incentive: incentive && listedId('incentive', incentive.text),
    success: success && `${long(success.within)} ${treeOf(success.when)}`,
  };
  const given = Object.entries(told).filter(([, value]) => value);
  return given.map(([name, value]) => ` ${name}:${value}`).join('');
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
    case 'segment': {
      const { group, priority, when } = declaration;
      const grouped = group ? ` in ${group.text} ${priority ?? '-'}` : '';
      return `${head}${grouped} ${when ? treeOf(when) : 'otherwise'}`;
    }
    case 'score': {
      const items = declaration.items.map(
        ({ value, when }) => treeOf(value) + (when ? ` when ${treeOf(when)}` : ''),
      );
      return `${head} { ${items.join('; ')} }`;
    }
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
      return `${head} ${parts.map(part => part ?? '-').join(' ')}${clausesOf(declaration)}`;
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
