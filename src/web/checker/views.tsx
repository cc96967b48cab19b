/** The views of the checker, rendered to strings in its worker: no DOM, nothing of Node, nothing asynchronous. */
export { CountyRows } from './county-table.tsx';
export { CountyView } from './county-view.tsx';
export { FailedView } from './failed-view.tsx';
export { FileListView, FileRow } from './file-list.tsx';
export { ReportView } from './report-view.tsx';
export { YearsView } from './years-view.tsx';
