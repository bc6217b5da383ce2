import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Similar, SimilarLine } from '../../src-shared/similar/queries.ts';
import type { OpenCall } from '../call/openCall.ts';
import { useSettings } from '../settings/useSettings.ts';
import { DeliveryMark } from '../ui/Marks.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { joinAppeal, openProblem, putToProblem } from './similarActs.ts';

interface SimilarListProps {
  readonly call: OpenCall;
  readonly similar: Similar;
  readonly onClose: () => void;
}

/** The appeals near, each with the two ways to join it. Opened by key: then the first way has the focus, Esc goes back to the notes. */
export function SimilarList({ call, similar, onClose }: SimilarListProps) {
  const { t } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <ul ref={list} className="similarList" aria-label={t('similar:title')}>
      {similar.lines.map((line) => (
        <Line key={line.id} call={call} line={line} onClose={onClose} />
      ))}
    </ul>
  );
}

function Line({
  call,
  line,
  onClose,
}: {
  readonly call: OpenCall;
  readonly line: SimilarLine;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const format = useFormat();
  const { language } = useSettings().settings;
  const where = [line.place.street, line.place.building].filter(Boolean).join(', ');
  const together = () => {
    if (line.problem === null) void openProblem(call, line, language);
    else putToProblem(call, line.problem);
    onClose();
  };
  return (
    <li className="similarLine">
      <span className="similarFacts">
        <span>
          <b className="tabular">{line.number}</b>
          <span className="soft tabular"> {format.moment(line.registeredAt, Date.now())}</span>
          {where !== '' && <span> · {where}</span>}
          {line.people > 1 && <span className="soft"> · {t('similar:people', { count: line.people })}</span>}
        </span>
        <span className="clip small soft">{line.excerpt}</span>
      </span>
      <DeliveryMark state={line.delivery} />
      <Button size="compact-sm" variant="default" onClick={together}>
        {t('similar:together')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => joinAppeal(call, line)}>
        {t('similar:coApplicant')}
      </Button>
    </li>
  );
}
