import type { RegionId, WorkstationId } from '../../../../src-shared/brand.ts';
import type { Database } from '../open.ts';

/** What this workstation is at the centre. */
export interface Enrolment {
  /** Address of the centre with scheme, without a slash at the end. */
  readonly server: string;
  readonly workstation: WorkstationId;
  readonly name: string;
  /** Sent with every request; never leaves the encrypted file otherwise. */
  readonly secret: string;
  readonly region: RegionId;
  readonly regionName: { readonly uk: string; readonly ru: string; readonly en: string };
  /** Prefix of registration numbers. */
  readonly office: string;
  /** The workstation's own series, for numbers beyond the leased blocks. */
  readonly series: number;
}

interface Row extends Omit<Enrolment, 'regionName'> {
  region_name: string;
}

/** The enrolment, and the request ids of attempts whose answer may have been lost. */
export function enrolmentStore(db: Database) {
  const get = db.prepare<[], Row>(
    'SELECT server, workstation, name, secret, region, region_name, office, series FROM enrolment',
  );
  const put = db.prepare(
    `INSERT INTO enrolment (only, server, workstation, name, secret, region, region_name, office, series, at)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (only) DO UPDATE SET server = excluded.server, workstation = excluded.workstation, name = excluded.name,
       secret = excluded.secret, region = excluded.region, region_name = excluded.region_name, office = excluded.office,
       series = excluded.series, at = excluded.at`,
  );
  const putRequest = db.prepare(
    'INSERT INTO enrol_request (server, code, name, request) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const getRequest = db
    .prepare<[string, string, string], string>(
      'SELECT request FROM enrol_request WHERE server = ? AND code = ? AND name = ?',
    )
    .pluck();
  const clearRequests = db.prepare('DELETE FROM enrol_request');

  return {
    get(): Enrolment | null {
      const row = get.get();
      if (row === undefined) return null;
      const { region_name, ...rest } = row;
      return { ...rest, regionName: JSON.parse(region_name) as Enrolment['regionName'] };
    },
    /** Keeps the enrolment in place of the one before; attempts are no longer needed. */
    put(enrolment: Enrolment, at: string): void {
      const { server, workstation, name, secret, region, regionName, office, series } = enrolment;
      put.run(server, workstation, name, secret, region, JSON.stringify(regionName), office, series, at);
      clearRequests.run();
    },
    /** The request id of this very attempt: the first one offered is kept. */
    requestFor(server: string, code: string, name: string, fresh: string): string {
      putRequest.run(server, code, name, fresh);
      return getRequest.get(server, code, name) ?? fresh;
    },
  };
}
