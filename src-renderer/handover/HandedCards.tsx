import { Button } from '@mantine/core';
import { IconTransferIn } from '@tabler/icons-react';
import { useState } from 'react';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import type { HandoverLine } from '../../src-shared/handover/queries.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { Phone } from '../ui/Phone.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { acceptCard } from './hand.ts';
import './handover.css';

/** Cards that colleagues left: only their names, until one is accepted. */
export function HandedCards() {
  const { t, i18n } = useTexts();
  const { value } = useQuery('handover.list', {}, { records: ['handover', 'operator'] });
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const waiting = value?.waiting.filter(({ mayAccept }) => mayAccept) ?? [];
  if (waiting.length === 0 && problem === null) return null;
  const accept = async (id: string) => {
    if (busy !== null) return;
    setBusy(id);
    setProblem(await acceptCard(id));
    setBusy(null);
  };
  return (
    <section aria-labelledby="handed-title">
      <h2 className="small soft" id="handed-title">
        {t('handover:waiting', { count: waiting.length })}
      </h2>
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <ul className="handedList">
        {waiting.map((line) => (
          <li key={line.id} className="handedCard">
            <IconTransferIn size="1.25rem" stroke={1.75} aria-hidden />
            <HandedName line={line} />
            <Button
              size="compact-sm"
              variant="default"
              aria-busy={busy === line.id}
              onClick={() => void accept(line.id)}
            >
              {t('handover:accept')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HandedName({ line }: { readonly line: HandoverLine }) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <span className="grow">
      <span className="clip">
        <span className="tabular">{format.moment(line.startedAt, Date.now())}</span>
        {' · '}
        <Phone phone={recognisePhone(line.phoneRaw)?.e164 ?? null} raw={line.phoneRaw} />
      </span>
      <span className="small soft clip">{t('handover:from', { name: line.fromName })}</span>
    </span>
  );
}
