/** A tab that is really in the background. */
import type { Page } from 'playwright';

/** Playwright tells every page that it is in front, in a session of its own; only there can that be taken back. */
interface Inside {
  readonly _connection: {
    toImpl(page: Page): {
      readonly delegate: {
        readonly _mainFrameSession: { readonly _client: { send(method: string, parameters: object): Promise<unknown> } };
      };
    };
  };
}

/** From now on the page is hidden while another tab is in front, as with a person at the browser. */
export async function letHide(page: Page): Promise<void> {
  const { _connection: connection } = page as unknown as Inside; // it runs in this process; not in its types
  // oxlint-disable-next-line no-underscore-dangle -- theirs
  await connection.toImpl(page).delegate._mainFrameSession._client.send('Emulation.setFocusEmulationEnabled', { enabled: false });
}
