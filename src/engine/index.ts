import { Problem } from '../domain/index.ts';
import { sampleWorkspace } from '../intake/index.ts';
import type { Engine } from './api.ts';
import { auditHeads, auditSize, checkAuditItem, drawAudit, viewAudit } from './audits.ts';
import { findingsOf, mutationReport, previewTests } from './checks.ts';
import { compareEvaluations } from './compare.ts';
import { Context, type Surroundings } from './context.ts';
import {
  catalogueOf,
  filledFields,
  listCustomers,
  renameField,
  saveCustomer,
  viewCustomer,
} from './customers.ts';
import { distributionOf, summaryOf } from './distribution.ts';
import { Duplicates } from './duplicates.ts';
import { Evaluator } from './evaluating.ts';
import { Exporter } from './exporting.ts';
import { Addresses } from './fetching/addresses.ts';
import { Figures } from './figures.ts';
import { Importer } from './importing.ts';
import { breathe, Jobs } from './jobs.ts';
import { answerAction, changeEntry, writeEntry } from './journal.ts';
import { membersPage } from './members.ts';
import { Merging } from './merging.ts';
import { ChurnModel } from './models/churn.ts';
import { ClusterModelPage } from './models/clusters.ts';
import { KeptModels } from './models/kept.ts';
import { LadderModel } from './models/ladder.ts';
import { LifetimeModel } from './models/lifetime.ts';
import { NextModel } from './models/next.ts';
import { RfmModel } from './models/rfm.ts';
import { ScoreModel } from './models/score.ts';
import { Suggestions } from './models/suggestions.ts';
import { overlapsOf } from './overlaps.ts';
import { readPack, writePack } from './packs.ts';
import { exportPerson } from './person.ts';
import { previewOf } from './preview.ts';
import { Publisher } from './publishing.ts';
import { mapValue, qualityCustomers, qualityOf } from './quality.ts';
import { planRetype, retypeField } from './retyping.ts';
import { exemplarsOf } from './review/exemplars.ts';
import { Migrations } from './review/migration.ts';
import { Moves } from './review/moves.ts';
import { Replays } from './review/replay.ts';
import { Review } from './review/review.ts';
import { segmentCounts, unsortedCustomers } from './segments.ts';
import { foreseenTurn, TimeAhead } from './time.ts';
import { outcomesOf, whyOf } from './why.ts';

export type * from './api.ts';
export type { Surroundings } from './context.ts';

/** The conductor: everything extension pages ask of data and rules, over one store. */
export function createEngine(surroundings: Surroundings): Engine {
  const context = new Context(surroundings);
  const evaluator = new Evaluator(context);
  // The published rules are evaluated apart from the draft, so that neither makes the other start anew.
  const published = new Evaluator(context);
  const publisher = new Publisher(context, published);
  const moves = new Moves(context, published, () => publisher.publishedText());
  const review = new Review(context, publisher);
  const replays = new Replays(context, () => publisher.evaluatePublished());
  const migrations = new Migrations(context, replays);
  const importer = new Importer(context, publisher);
  const merging = new Merging(context, publisher);
  const exporter = new Exporter(context, publisher, evaluator);
  const duplicates = new Duplicates(context);
  const timeAhead = new TimeAhead(context, () => publisher.evaluatePublished());
  const figures = new Figures(context, () => publisher.evaluatePublished());
  const models = new KeptModels(context);
  const rfm = new RfmModel(context, models);
  const score = new ScoreModel(context, models);
  const ladder = new LadderModel(context, models);
  const lifetime = new LifetimeModel(context, models);
  const churn = new ChurnModel(context, models);
  const next = new NextModel(context, models);
  const suggestions = new Suggestions(context);
  const clusters = new ClusterModelPage(context, models);
  const jobs = new Jobs();
  const addresses = new Addresses(context, importer, jobs);
  let latestPreview = 0;

  return {
    async workspace() {
      const state = await context.state();
      return {
        revision: state.revision,
        customers: state.customers,
        orders: state.orders,
        interactions: state.interactions,
        currency: state.currency,
        version: state.version,
        resultsAsOf: state.resultsAsOf,
        nextTurn: foreseenTurn(state),
        fixedDay: state.fixedDay,
        draft: state.draft ?? '',
        published: await publisher.publishedText(),
        latestOrder: state.latestOrder,
        storageBytes: await context.store.usage(),
        backupAt: (await context.store.backups()).made.at(-1)?.at ?? null,
      };
    },

    inspect: (file, choice, job) =>
      job === undefined
        ? importer.inspect(file, choice)
        : jobs.run(job, signal => importer.inspect(file, choice, signal)),
    previewImport: (job, parts, onProgress) =>
      jobs.run(job, signal => jobs.alone(() => importer.preview(parts, onProgress, signal))),
    runImport: (job, parts, onProgress) =>
      jobs.run(job, signal => jobs.alone(() => importer.run(parts, onProgress, signal))),
    tryRows: (part, rows) => importer.tryRows(part, rows),
    refusedRows: id => context.store.refused(id),
    mendRows: (job, id, rows, onProgress) =>
      jobs.run(job, () => jobs.alone(() => importer.mend(id, rows, onProgress))),
    sources: () => context.store.sources(),
    renameSource: (id, name) => context.store.renameSource(id, name),
    removeSource: id => context.store.removeSource(id),
    fetchAddress: (job, request) => jobs.run(job, signal => addresses.fetch(request, signal)),
    changeAddress: (id, change) => jobs.alone(() => addresses.change(id, change)),
    pauseAddress: (id, isPaused) => jobs.alone(() => addresses.pause(id, isPaused)),
    refreshSource: (job, id, terms, onProgress) =>
      jobs.run(job, signal => addresses.refresh(id, terms, onProgress, signal)),
    imports: async () =>
      (await context.store.imports()).map(({ currencyBefore, ...record }) => ({
        ...record,
        canBeUndone: currencyBefore !== undefined && record.undoneAt === undefined,
      })),
    planUndo: id => jobs.alone(() => importer.planUndo(id)),
    undoImport: (job, id, onProgress) =>
      jobs.run(job, signal => jobs.alone(() => importer.undo(id, onProgress, signal))),
    digest: () => context.store.digest(),
    loadSample: (job, seed, onProgress) =>
      jobs.run(job, signal =>
        jobs.alone(() => importer.loadSample(sampleWorkspace(seed, context.today()), onProgress, signal)),
      ),
    cancel: async job => jobs.cancel(job),

    mergeCustomers: (job, requests, onProgress) =>
      jobs.run(job, signal =>
        jobs.alone(() => duplicates.decide(() => merging.merge(requests, onProgress, signal))),
      ),
    unmerge: (job, id, onProgress) =>
      jobs.run(job, signal => jobs.alone(() => merging.unmerge([id], onProgress, signal))),
    unmergeAll: (job, ids, onProgress) =>
      jobs.run(job, signal => jobs.alone(() => merging.unmerge(ids, onProgress, signal))),
    findDuplicates: (job, onProgress) => jobs.run(job, signal => duplicates.find(onProgress, signal)),
    refreshDuplicates: (job, onProgress) => jobs.run(job, signal => duplicates.refresh(onProgress, signal)),
    duplicates: request => duplicates.page(request),
    duplicatePair: (one, other) => duplicates.pair(one, other),
    planDuplicates: leastScore => duplicates.plan(leastScore),
    merges: () => context.store.merges(),
    declareDistinct: (one, other) => context.store.declareDistinct(one, other, context.now().getTime()),
    forgetDistinct: (one, other) => context.store.forgetDistinct(one, other),
    distinctPairs: () => context.store.distinctPairs(),
    removeCustomers: (job, ids, onProgress) =>
      jobs.run(job, () => jobs.alone(() => merging.remove(ids, onProgress))),

    saveCustomer: draft => jobs.alone(() => saveCustomer(context, publisher, draft)),
    customer: id => viewCustomer(context, publisher, id),
    answerAction: (id, action, outcome) =>
      jobs.alone(() => answerAction(context, publisher, id, action, outcome)),
    writeEntry: (id, entry) => jobs.alone(() => writeEntry(context, publisher, id, entry)),
    changeEntry: (id, entry, content) =>
      jobs.alone(() => changeEntry(context, publisher, id, entry, content)),
    customers: request => listCustomers(context, request),
    catalogue: async () => {
      await context.state();
      return catalogueOf(await context.base());
    },
    ownFields: async () => {
      await context.state();
      return filledFields(await context.base());
    },
    renameField: (id, label) => jobs.alone(() => renameField(context, id, label)),
    planRetype: (id, kind) => planRetype(context, id, kind),
    retypeField: (job, id, kind, onProgress) =>
      jobs.run(job, signal => jobs.alone(() => retypeField(context, id, kind, { signal, onProgress }))),
    removeField: id => jobs.alone(() => context.store.removeField(id)),

    async preview(text) {
      const ticket = ++latestPreview;
      await breathe(); // a later keystroke may already be waiting
      if (ticket !== latestPreview) throw new Problem('stale');
      const evaluation = await evaluator.evaluate(text);
      const tests = await previewTests(context, evaluation);
      return previewOf(evaluation, await context.results(), tests);
    },
    async members(request) {
      const evaluation = await evaluator.evaluate(request.text);
      return membersPage(evaluation, request, await context.labels(), await context.results());
    },
    segments: async text => segmentCounts(await evaluator.evaluate(text)),
    unsorted: async ({ text, ...request }) =>
      unsortedCustomers(context, await evaluator.evaluate(text), request),
    async distribution({ text, ...request }) {
      const evaluation = await evaluator.evaluate(text);
      return distributionOf(evaluation, request, (await context.state()).currency);
    },
    summary: async (text, name) => summaryOf(await evaluator.evaluate(text), name),
    overlaps: async (text, name) => overlapsOf(await evaluator.evaluate(text), name),
    async compare(before, after) {
      const first = await evaluator.evaluate(before);
      return compareEvaluations(first, await evaluator.evaluate(after));
    },
    why: async ({ text, ...request }) =>
      whyOf(await (text === null ? publisher.evaluatePublished() : evaluator.evaluate(text)), request),
    outcomes: async id => outcomesOf(await publisher.evaluatePublished(), id),
    findings: async text => findingsOf(context, await evaluator.evaluate(text)),
    mutationReport: (job, text, onProgress) =>
      jobs.run(job, async signal => {
        return mutationReport(context, await evaluator.evaluate(text), onProgress, signal);
      }),
    writePack: (head, text) => writePack(head, text),
    readPack: content => readPack(content),
    saveDraft: text => context.store.setMeta({ draft: text }),
    setDay: fixedDay => context.store.setMeta({ fixedDay }),
    publish: (job, text, note, onProgress, by = '') =>
      jobs.run(job, signal => jobs.alone(() => publisher.publish(text, { note, by }, onProgress, signal))),
    versions: () => context.store.versions(),
    refresh: (job, onProgress) =>
      jobs.run(job, signal => jobs.alone(() => publisher.refresh(onProgress, signal))),
    quality: () => qualityOf(context),
    qualityCustomers: request => qualityCustomers(context, request),
    setKeyFields: keyFields => context.store.setMeta({ keyFields }),
    mapValue: (job, request, onProgress) =>
      jobs.run(job, signal =>
        jobs.alone(async () => {
          await mapValue(context, request, { signal, onProgress });
          await publisher.refresh(onProgress);
        }),
      ),
    timeAhead: (job, onProgress) => jobs.run(job, signal => timeAhead.view(onProgress, signal)),
    figures: choice => figures.view(choice),
    figuresCustomers: request => figures.customers(request),
    turnsCustomers: request => timeAhead.customers(request),
    rfm: settings => rfm.view(settings),
    rfmCustomers: request => rfm.customers(request),
    modelInForce: id => models.read(id),
    score: settings => score.view(settings),
    scoreCustomers: request => score.customers(request),
    ladder: (job, settings, onProgress) => jobs.run(job, signal => ladder.view(settings, onProgress, signal)),
    ladderCustomers: request => ladder.customers(request),
    lifetime: (job, settings, onProgress) =>
      jobs.run(job, signal => lifetime.view(settings, onProgress, signal)),
    lifetimeCustomers: request => lifetime.customers(request),
    churn: (job, settings, onProgress) => jobs.run(job, signal => churn.view(settings, onProgress, signal)),
    churnCustomers: request => churn.customers(request),
    clusters: (settings, fit) => clusters.view(settings, fit),
    findClusters: (job, settings, onProgress) =>
      jobs.run(job, signal => clusters.fit(settings, onProgress, signal)),
    clusterCustomers: request => clusters.customers(request),
    nextPurchases: settings => next.view(settings),
    nextCustomers: request => next.customers(request),
    nextPurchaseOf: id => next.of(id),
    suggestions: id => suggestions.of(id),
    suggestionProof: () => suggestions.proof(),
    publishModel: (job, id, kept, onProgress) =>
      jobs.run(job, signal =>
        jobs.alone(() => models.publish(id, kept, () => publisher.refresh(onProgress, signal))),
      ),
    moveCustomers: request => jobs.alone(() => moves.move(request)),
    takeMovesBack: ids => jobs.alone(() => moves.takeBack(ids)),
    review: () => review.view(),
    acceptRules: (part, by) => jobs.alone(() => review.accept(part, by)),
    reviewCustomers: (part, show, offset, limit) => review.customers(part, show, offset, limit),
    exemplars: async part => exemplarsOf(context, await publisher.evaluatePublished(), part),
    runs: async () => (await context.store.runs()).map(({ kept: _, ...head }) => head),
    migration: (job, request, onProgress) =>
      jobs.run(job, signal => migrations.view(request, onProgress, signal)),
    migrants: request => migrations.customers(request),
    auditSize: strictness => auditSize(context, strictness),
    drawAudit: request => drawAudit(context, request),
    audits: () => auditHeads(context),
    audit: id => viewAudit(context, id),
    checkAuditItem: (id, index, entries) => checkAuditItem(context, id, index, entries),
    removeAudit: id => context.store.removeAudit(id),
    erase: () => jobs.alone(() => context.store.erase()),
    exportColumns: async (list, subject) => exporter.columns(list, subject),
    exportList: (job, request, onProgress) =>
      jobs.run(job, signal => exporter.list(request, onProgress, signal)),
    exportPerson: (id, language) => exportPerson(context, publisher, exporter, id, language),
    backup: (job, request, onProgress) =>
      jobs.run(job, signal =>
        jobs.alone(() =>
          context.store.backup(
            { ...request, now: context.now().getTime() },
            { signal, onProgress: (done, total) => onProgress({ stage: 'packing', done, total }) },
          ),
        ),
      ),
    readBackup: file => context.store.readBackup(file),
    restore: (job, file, passphrase, onProgress) =>
      jobs.run(job, signal =>
        jobs.alone(() =>
          context.store.restore(file, passphrase, {
            signal,
            onProgress: (done, total) => onProgress({ stage: 'restoring', done, total }),
          }),
        ),
      ),
    backups: () => context.store.backups(),
  };
}
