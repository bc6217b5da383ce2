import { CalendarPage } from '../calendar/CalendarPage.tsx';
import { useSession } from '../session/useSession.ts';
import { BodiesPage } from '../term/BodiesPage.tsx';
import { TermsPage } from '../term/TermsPage.tsx';
import { controlPartsOf } from './ControlParts.tsx';
import { useControl } from './store.ts';

/** The section of control: one page a part. */
export function ControlPage() {
  const { operator } = useSession();
  const part = useControl((state) => state.part);
  // The next person at this workstation may not have the part that was left open.
  const shown = controlPartsOf(operator.role).includes(part) ? part : 'terms';
  switch (shown) {
    case 'calendar':
      return <CalendarPage />;
    case 'bodies':
      return <BodiesPage />;
    case 'terms':
      return <TermsPage />;
  }
}
