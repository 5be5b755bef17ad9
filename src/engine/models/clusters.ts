import { Bits, type Day, type ValueKind } from '../../domain/index.ts';
import {
  type ClusterFit,
  type ClusterSettings,
  type Condition,
  described,
  findClusters,
  NO_CLUSTER,
  rowsWith,
  usualClusters,
} from '../../models/index.ts';
import type { CustomersPage, OnProgress } from '../api.ts';
import type { Context } from '../context.ts';
import { customersPage } from '../customersPage.ts';
import { moneyByRow, sumOver } from '../evaluating.ts';
import { breathe } from '../jobs.ts';
import { codesOf, type MetricColumn, metricsOf } from './clusterColumns.ts';
import { aroundOf } from './columns.ts';
import type { KeptModels } from './kept.ts';

/** A cluster over the base of the day that is looked at. */
export interface ClusterView {
  readonly name: string;
  readonly customers: number;
  /** Of those who are in a cluster. */
  readonly share: number;
  /** Minor units, all that its customers have paid. */
  readonly money: number;
  /** Of each metric in its own unit, NaN where nobody is in the cluster. */
  readonly means: readonly number[];
  /** The middle, in deviations from the mean of all at the time it was found. */
  readonly centre: readonly number[];
  /** The rule that tells it best: metrics by their places. */
  readonly conditions: readonly Condition[];
  /** For how many the rule holds; of them the share in the cluster, and of the cluster the share among them. */
  readonly found: number;
  readonly precision: number;
  readonly recall: number;
}

/** A metric that customers are grouped by. */
export interface ClusterMetricView {
  /** Null where it cannot be read any more. */
  readonly kind: ValueKind | null;
  /** Of how many customers it is known. */
  readonly known: number;
}

/** Clusters of the base, and what they would be looked for by. */
export interface ClustersView {
  readonly settings: ClusterSettings;
  /** In the order of the settings. */
  readonly metrics: readonly ClusterMetricView[];
  /** Null where none are published. */
  readonly inForce: ClusterFit | null;
  /** The clusters that are shown: those just found, else those in force. */
  readonly shown: {
    readonly fit: ClusterFit;
    readonly kinds: readonly (ValueKind | null)[];
    readonly clusters: readonly ClusterView[];
    /** In no cluster, for a metric of theirs is not known. */
    readonly unknown: number;
    /** Whose cluster has another name than in force; everybody in one where none are published. */
    readonly changed: number;
  } | null;
  readonly asOf: Day;
  readonly currency: string;
  readonly customers: number;
}

/** Whose names: in a cluster, found by its rule, in it and missed by the rule, in none, in another than in force. */
export type ClusterGroup =
  | { readonly is: 'cluster' | 'rule' | 'missed'; readonly at: number }
  | { readonly is: 'unknown' | 'changed' };

export interface ClusterCustomersRequest {
  /** Null = those in force. */
  readonly fit: ClusterFit | null;
  readonly group: ClusterGroup;
  readonly offset: number;
  readonly limit: number;
}

/** What the page on clusters asks of the base. */
export class ClusterModelPage {
  readonly #context: Context;
  readonly #kept: KeptModels;

  constructor(context: Context, kept: KeptModels) {
    this.#context = context;
    this.#kept = kept;
  }

  /** The clusters of `fit` (null = those in force), and the metrics of `wanted` (null = those of the clusters). */
  async view(wanted: ClusterSettings | null, fit: ClusterFit | null): Promise<ClustersView> {
    const inForce = await this.#kept.read('clusters');
    const known = fit ?? inForce;
    const settings = wanted ?? known?.settings ?? usualClusters;
    const { currency } = await this.#context.state();
    const [base, asOf] = [await this.#context.base(), await this.#context.day()];
    const metrics = await this.#metrics(settings);
    return {
      ...{ settings, inForce, asOf, currency, customers: base.frame.size },
      metrics: metrics.map(({ kind, values }) => ({
        kind,
        known: values.reduce((sum, value) => sum + +!Number.isNaN(value), 0),
      })),
      shown: known && (await this.#shown(known, known.settings === settings ? metrics : null)),
    };
  }

  /** Looks for clusters in the base of the day. */
  async fit(settings: ClusterSettings, onProgress: OnProgress, signal: AbortSignal): Promise<ClusterFit> {
    const { frame } = await this.#context.base();
    const day = await this.#context.day();
    const metrics = await this.#metrics(settings);
    const { groups, seed } = settings;
    const steps = findClusters(metrics, frame.size, { ...(groups === null ? {} : { groups }), seed });
    let turn = steps.next();
    for (; !turn.done; turn = steps.next()) {
      onProgress({ stage: 'grouping', ...turn.value });
      await breathe(signal);
    }
    const { scalings, clusters, suggested } = turn.value;
    return {
      ...{ settings, day, scalings, suggested },
      clusters: clusters.map(({ centre, description }, at) => {
        return { name: String(at + 1), centre, conditions: description.conditions };
      }),
    };
  }

  /** The customers of a group, in the order of the base. */
  async customers({ fit, group, offset, limit }: ClusterCustomersRequest): Promise<CustomersPage> {
    const known = fit ?? (await this.#kept.read('clusters'));
    const rows = known ? await this.#rows(known, group) : new Bits((await this.#context.base()).frame.size);
    return customersPage(this.#context, rows, offset, limit);
  }

  async #shown(fit: ClusterFit, given: readonly MetricColumn[] | null): Promise<ClustersView['shown']> {
    const metrics = given ?? (await this.#metrics(fit.settings));
    const [base, asOf] = [await this.#context.base(), await this.#context.day()];
    const { size } = base.frame;
    const codes = codesOf(fit, metrics, size);
    const money = moneyByRow(base, asOf);
    const unknown = rowsWith(codes, NO_CLUSTER).count();
    const clusters = fit.clusters.map(({ name, centre, conditions }, at): ClusterView => {
      const members = rowsWith(codes, at);
      const list = members.rows();
      const { rows, ...quality } = described(metrics, conditions, members);
      return {
        ...{ name, centre, conditions, ...quality },
        customers: list.length,
        share: size > unknown ? list.length / (size - unknown) : 0,
        money: sumOver(members, money),
        means: metrics.map(({ values }) => list.reduce((sum, row) => sum + values[row]!, 0) / list.length),
        found: rows.count(),
      };
    });
    return {
      ...{ fit, clusters, unknown, kinds: metrics.map(({ kind }) => kind) },
      changed: (await this.#rows(fit, { is: 'changed' })).count(),
    };
  }

  async #rows(fit: ClusterFit, group: ClusterGroup): Promise<Bits> {
    const { size } = (await this.#context.base()).frame;
    const metrics = await this.#metrics(fit.settings);
    const codes = codesOf(fit, metrics, size);
    if (group.is === 'unknown') return rowsWith(codes, NO_CLUSTER);
    if (!('at' in group)) {
      const inForce = await this.#kept.read('clusters');
      const before = inForce && codesOf(inForce, await this.#metrics(inForce.settings), size);
      const wasAt = (row: number) => before && inForce.clusters[before[row]!]?.name;
      return Bits.from(size, row => (fit.clusters[codes[row]!]?.name ?? null) !== (wasAt(row) ?? null));
    }
    const members = rowsWith(codes, group.at);
    if (group.is === 'cluster') return members;
    const { rows } = described(metrics, fit.clusters[group.at]?.conditions ?? [], members);
    return group.is === 'rule' ? rows : members.and(rows.not());
  }

  async #metrics(settings: Pick<ClusterSettings, 'metrics'>): Promise<MetricColumn[]> {
    const state = await this.#context.state();
    const [base, asOf] = [await this.#context.base(), await this.#context.day()];
    return metricsOf(settings, asOf, state.currency, aroundOf('clusters', base, state));
  }
}
