import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';

/** What could not be shown, because a file of the pages did not come or we made a mistake. */
export class Caught extends Component<{ readonly children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <div className="page">
            <div className="failure" role="alert">
              <p>{t('failure.page')}</p>
              <button type="button" onClick={() => window.location.reload()}>
                {t('failure.reload')}
              </button>
            </div>
          </div>
        )}
      </Translation>
    );
  }
}
