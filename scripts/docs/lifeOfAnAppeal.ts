// node scripts/docs/lifeOfAnAppeal.ts: writes docs/life-of-an-appeal.md from the one table of transitions.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LIFE, type Transition } from '../../src-shared/control/life.ts';

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'life-of-an-appeal.md');

const REQUIRES: Readonly<Record<string, string>> = {
  authority: 'a body of the directory, not the one complained of',
  contact: 'how, with whom',
  answer: 'a text',
  result: 'a code of facet 9',
  reason: 'a reason',
  notice: 'how the applicant was told',
  ending: 'how it ended, in honest words',
  verdict: 'what the applicant said',
};

const APART: Readonly<Record<Transition['apart'], string>> = {
  each_counts: 'both count',
  second_refused: 'the second is refused with what changed, and its author chooses',
  first_stands: 'the first stands; the second is refused and shown whole',
};

/** Some acts have two outcomes; what decides between them. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'execution.contact:received': 'receipt confirmed',
  'response.record:all': 'the last final answer of all bodies',
  'execution.notOurs:last': 'no other body has it',
  'execution.recall:last': 'no other body has it',
  'appeal.close:byArticle': 'returned or not considered by articles 5, 7, 8 and 17',
  'appeal.verdict:unsatisfied': '"no", or "partly" with something to be done yet',
};

/** The page: a drawing of the moves and a table of every act. */
export function lifeMarkdown(): string {
  return `# The life of an appeal

Made from \`src-shared/control/life.ts\` by \`node scripts/docs/lifeOfAnAppeal.ts\`; a test says when it is not current.

Every registered appeal is on control at once and stays there until control staff take it off. Every act works without a network: the workstation decides by the same table as the centre, which decides again in its own order.

\`\`\`mermaid
stateDiagram-v2
  [*] --> registered
${moves().join('\n')}
\`\`\`

| act | from → to | who | asks for | two at once, apart |
|---|---|---|---|---|
${LIFE.map(row).join('\n')}

A body's part in an appeal (\`execution\`) is a record of its own: several bodies answer independently of each other, each with its own term. The main one is in charge; the appeal is answered when none of them owes its final answer any more. A body to which the
appeal was forwarded meanwhile, of which whoever enters an answer does not know yet, still owes its own.
`;
}

function moves(): string[] {
  const lines = new Set<string>();
  for (const { act, moves: known } of LIFE) {
    for (const [from, to] of Object.entries(known))
      if (from !== to) lines.add(`  ${from} --> ${to}: ${wordOf(act)}`);
  }
  return [...lines];
}

function wordOf(act: string): string {
  return act.replace(':', ' ').replace('.', ' ');
}

function row({ act, moves: known, who, requires, apart }: Transition): string {
  const stays = Object.entries(known).filter(([from, to]) => from === to);
  const changes = Object.entries(known).filter(([from, to]) => from !== to);
  const steps = [
    ...changes.map(([from, to]) => `${from} → ${to}`),
    ...(stays.length === 0 ? [] : [`as it is: ${stays.map(([from]) => from).join(', ')}`]),
  ];
  const [kind, outcome] = act.split(':');
  const name = outcome === undefined ? `\`${kind}\`` : `\`${kind}\`, ${OUTCOMES[act] ?? outcome}`;
  const asks = requires.map((word) => REQUIRES[word] ?? word).join('; ');
  return `| ${name} | ${steps.join('<br>')} | ${who.join(', ')} | ${asks || '–'} | ${APART[apart]} |`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, lifeMarkdown());
