import { useState } from 'preact/hooks';
import { type Day, dayFromIso, isoOf, type Movable, type RuleVerdict } from '../../../domain/index.ts';
import { verdictText } from '../../../i18n/hand.ts';
import { formatDay } from '../../../i18n/index.ts';
import { kitTexts } from '../../../i18n/kit.ts';
import { moveTexts } from '../../../i18n/moves.ts';
import { connectEngine } from '../../../shell/index.ts';
import {
  Button,
  Dialog,
  describeProblem,
  ErrorNote,
  Field,
  keepAuthor,
  language,
  readAuthor,
  Select,
  TextArea,
  TextInput,
  t,
  toast,
} from '../../kit/index.ts';
import styles from './Moves.module.css';

export interface MoveDialogProps {
  customers: readonly { readonly id: string; readonly name: string }[];
  /** The rules to choose from, the one that is most likely meant first. */
  movable: readonly Movable[];
  /** The day of evaluation. */
  day: Day;
  onClose(): void;
  onMoved(): void;
}

/** Days after which a decision is looked at again where nothing else is said. */
const usualReview = 90;

/** Moves customers by hand: against which rule, to what, why, and until when. */
export function MoveDialog({ customers, movable, day, onClose, onMoved }: MoveDialogProps) {
  const [rule, setRule] = useState(keyOf(movable[0]!));
  const chosen = movable.find(each => keyOf(each) === rule)!;
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [reviewOn, setReviewOn] = useState(isoOf(day + usualReview));
  const [author, setAuthor] = useState(readAuthor);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const options = optionsOf(chosen);
  const wanted = options.find(each => each.value === to) ?? usualOf(chosen, options);
  const last = until === '' ? null : dayFromIso(until);
  const isLate = last !== null && last <= day;

  async function move(): Promise<void> {
    setTried(true);
    if (reason.trim() === '' || isLate) return;
    setBusy(true);
    try {
      const engine = connectEngine();
      const ids = await engine.moveCustomers({
        customers: customers.map(({ id }) => id),
        kind: chosen.kind,
        rule: chosen.name,
        to: wanted.to,
        reason,
        author,
        until: last,
        reviewOn: reviewOn === '' ? null : dayFromIso(reviewOn),
      });
      keepAuthor(author.trim());
      onMoved();
      toast(t(moveTexts.moved), {
        undo: () =>
          void engine
            .takeMovesBack(ids)
            .then(onMoved, error => toast(describeProblem(error), { tone: 'error' })),
      });
    } catch (failure) {
      setProblem(failure);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t(moveTexts.moveName, { name: customers.map(({ name }) => name).join(t(kitTexts.listComma)) })}
      onClose={onClose}
      onSubmit={() => void move()}
      actions={
        <>
          <Button onClick={onClose}>{t(kitTexts.cancel)}</Button>
          <Button kind="primary" submit busy={busy}>
            {t(moveTexts.move)}
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        {problem !== null && <ErrorNote error={problem} />}
        <Field
          label={t(moveTexts.rule)}
          hint={t(moveTexts.now, {
            what: verdictText(language.value, { kind: chosen.kind, rule: chosen.name, to: chosen.now }),
          })}
        >
          <Select
            value={rule}
            options={movable.map(each => ({
              value: keyOf(each),
              label: t(moveTexts.ruleOption, { name: each.name, kind: t(moveTexts[`kind${each.kind}`]) }),
            }))}
            onChange={setRule}
          />
        </Field>
        <Field label={t(moveTexts.to)}>
          <Select value={wanted.value} options={options} onChange={setTo} />
        </Field>
        <Field
          label={t(moveTexts.reason)}
          hint={t(moveTexts.reasonHint)}
          error={tried && reason.trim() === '' ? t(moveTexts.reasonMissing) : undefined}
        >
          <TextArea value={reason} onInput={setReason} rows={2} />
        </Field>
        <div class={styles.days}>
          <Field
            label={t(moveTexts.untilLabel)}
            hint={t(moveTexts.untilHint)}
            error={isLate ? t(moveTexts.untilLate, { day: formatDay(language.value, day) }) : undefined}
          >
            <TextInput type="date" value={until} onInput={setUntil} min={isoOf(day + 1)} />
          </Field>
          <Field label={t(moveTexts.reviewLabel)} hint={t(moveTexts.reviewHint)}>
            <TextInput type="date" value={reviewOn} onInput={setReviewOn} min={isoOf(day)} />
          </Field>
        </div>
        <Field label={t(moveTexts.author)}>
          <TextInput value={author} onInput={setAuthor} maxLength={60} />
        </Field>
      </div>
    </Dialog>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly to: RuleVerdict;
}

function optionsOf({ kind, levels }: Movable): Option[] {
  if (kind === 'tier') {
    return [
      ...levels.map((level, place) => ({ value: String(place), label: level, to: level })),
      { value: 'none', label: t(moveTexts.noLevel), to: null },
    ];
  }
  return [
    { value: 'yes', label: t(moveTexts.yes), to: true },
    { value: 'no', label: t(moveTexts.no), to: false },
  ];
}

/** Nobody moves a customer to where it stands. */
function usualOf({ now }: Movable, options: readonly Option[]): Option {
  return options.find(each => each.to !== now) ?? options[0]!;
}

function keyOf({ kind, name }: Movable): string {
  return `${kind} ${name}`;
}
