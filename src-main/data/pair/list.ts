import type { Appeal } from '../../../src-shared/appeal/model.ts';
import { toInstant } from '../../../src-shared/clock.ts';
import { appealsApart, PAIR_DAYS, type PairCandidate } from '../../../src-shared/pair/group.ts';
import type { ApartGroup, PairList } from '../../../src-shared/pair/queries.ts';
import type { Desk } from '../desk.ts';
import { operatorNames } from '../query/names.ts';

const DAY_MS = 86_400_000;
/** Newest appeals compared: read in some tens of milliseconds. */
const MOST_APPEALS = 2000;
const MOST_VERDICTS = 2000;
const MOST_GROUPS = 50;
/** Of one group: what one act can settle or join. The rest makes the next group. */
const MOST_SHOWN = 150;
const EXCERPT = 160;

type Candidate = PairCandidate & { readonly appeal: Appeal };

/** pair.list */
export function listApart(desk: Desk): PairList {
  const { pair } = desk.stores.records;
  const since = toInstant(desk.time.serverMs() - PAIR_DAYS * DAY_MS);
  const settled = new Set(pair.verdicts(MOST_VERDICTS).flatMap(({ appeals }) => pairsOf(appeals)));
  const candidates = pair
    .appealsSince(since, MOST_APPEALS)
    .filter(isUndecided)
    .map((appeal) => candidateOf(desk, appeal));
  const groups = appealsApart(candidates, (a, b) => settled.has(pairKey(a, b)));
  return {
    groups: groups.slice(0, MOST_GROUPS).flatMap((group) => groupOf(desk, group)),
    more: groups.length > MOST_GROUPS,
  };
}

/** One whose end is decided needs no company any more. */
function isUndecided({ status }: Appeal): boolean {
  return status !== 'closed' && status !== 'removed';
}

function candidateOf(desk: Desk, appeal: Appeal): Candidate {
  const { record } = desk.stores.records;
  const { id, topic, call, problem, applicant, coApplicants = [] } = appeal;
  const home = appeal.place.settlement === '' ? record.get('applicant', applicant)?.address : undefined;
  let station: string | null | undefined;
  return {
    appeal,
    id,
    topic,
    place: home ?? appeal.place,
    // Looked up only for the few that stand in one street.
    get station() {
      station ??= call === null ? null : (record.get('call', call)?.workstation ?? null);
      return station;
    },
    problem: problem ?? null,
    people: [applicant, ...coApplicants.map((joined) => joined.applicant)],
  };
}

function groupOf(desk: Desk, group: readonly Candidate[]): ApartGroup[] {
  const { record } = desk.stores.records;
  const [newest] = group;
  if (newest === undefined) return [];
  const nameOf = operatorNames(desk);
  const problems = group.flatMap(({ problem }) =>
    problem === null ? [] : (record.get('problem', problem) ?? []),
  );
  const open = problems.find(({ state }) => state === 'open');
  const isOutside = ({ problem }: Candidate) => open === undefined || problem !== open.id;
  return [
    {
      topic: newest.topic,
      place: newest.place,
      problem: open === undefined ? null : { id: open.id, title: open.title },
      // Whoever is outside the problem comes first: of more than one act can join, each act takes some in.
      lines: [...group.filter(isOutside), ...group.filter((one) => !isOutside(one))]
        .slice(0, MOST_SHOWN)
        .map(({ appeal, station }) => ({
          id: appeal.id,
          number: appeal.number,
          excerpt: appeal.text.slice(0, EXCERPT),
          registeredAt: appeal.registeredAt,
          operatorName: nameOf(appeal.registeredBy),
          station: station === null ? '' : (record.get('workstation', station)?.name ?? ''),
          problem: appeal.problem ?? null,
        })),
    },
  ];
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function pairsOf(appeals: readonly string[]): string[] {
  return appeals.flatMap((a, index) => appeals.slice(index + 1).map((b) => pairKey(a, b)));
}
