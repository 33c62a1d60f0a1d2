<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New workspace …</source>
        <translation>新建工作區(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>開啟(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a received &amp;pack …</source>
        <translation>開啟收到的填報包(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Hand in …</source>
        <translation>提交(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Sample workspace …</source>
        <translation>示例工作區(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Verify the history …</source>
        <translation>核驗修改紀錄(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Close workspace</source>
        <translation>關閉工作區(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>匯出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import figures …</source>
        <translation>匯入數據(&amp;I)…</translation>
    </message>
    <message>
        <source>Con&amp;tradictions …</source>
        <translation>相互矛盾(&amp;T)…</translation>
    </message>
    <message>
        <source>Prin&amp;t …</source>
        <translation>列印(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Backups …</source>
        <translation>備份(&amp;B)…</translation>
    </message>
    <message>
        <source>Cu&amp;t cells</source>
        <translation>剪下儲存格(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation>複製儲存格(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste cells</source>
        <translation>貼上儲存格(&amp;P)</translation>
    </message>
    <message>
        <source>Paste as &amp;new metrics</source>
        <translation>貼上為新指標(&amp;N)</translation>
    </message>
    <message>
        <source>Fill &amp;down</source>
        <translation>向下填滿(&amp;D)</translation>
    </message>
    <message>
        <source>Fill ri&amp;ght</source>
        <translation>向右填滿(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;lear cells</source>
        <translation>清空儲存格(&amp;L)</translation>
    </message>
    <message>
        <source>Filter ro&amp;w</source>
        <translation>篩選列(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Find here …</source>
        <translation>在此尋找(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Evidence of this value …</source>
        <translation>此處的證明檔案(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Method and source of this value …</source>
        <translation>此處數值的方法和來源(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Ask or answer here …</source>
        <translation>在此提問或答覆(&amp;A)…</translation>
    </message>
    <message>
        <source>F&amp;ollow-up mark on or off</source>
        <translation>標記或取消須跟進(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Requests</source>
        <translation>徵集情況(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>審核(&amp;V)</translation>
    </message>
    <message>
        <source>What &amp;came in</source>
        <translation>收到的(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>填報表(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;ections</source>
        <translation>章節(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Issues</source>
        <translation>問題(&amp;I)</translation>
    </message>
    <message>
        <source>Struct&amp;ure</source>
        <translation>結構(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Go to or do …</source>
        <translation>前往或執行(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Previous section</source>
        <translation>上一節(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next section</source>
        <translation>下一節(&amp;N)</translation>
    </message>
    <message>
        <source>Next open i&amp;tem</source>
        <translation>下一個未完成項(&amp;T)</translation>
    </message>
    <message>
        <source>Previous open ite&amp;m</source>
        <translation>上一個未完成項(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Form, page or both</source>
        <translation>表單、頁面或兩者(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pass on to a colleague …</source>
        <translation>轉交同事(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Send to departments …</source>
        <translation>發送給部門(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Take in answers …</source>
        <translation>收取答覆(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Who I am …</source>
        <translation>我是誰(&amp;W)…</translation>
    </message>
    <message>
        <source>Co&amp;verage …</source>
        <translation>披露覆蓋(&amp;V)…</translation>
    </message>
    <message>
        <source>Chec&amp;k everything</source>
        <translation>全部檢查(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Assurance by an auditor …</source>
        <translation>鑑證(&amp;A)…</translation>
    </message>
    <message>
        <source>Next &amp;year&apos;s or another report …</source>
        <translation>下一年度或其他報告(&amp;Y)…</translation>
    </message>
    <message>
        <source>Confirm &amp;definitions …</source>
        <translation>確認口徑(&amp;D)…</translation>
    </message>
    <message>
        <source>Ne&amp;wer definitions …</source>
        <translation>更新指標庫(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>使用手冊(&amp;M)</translation>
    </message>
    <message>
        <source>Loo&amp;k as the system does</source>
        <translation>外觀跟隨系統(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>淺色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Ask departments …</source>
        <translation>向部門徵集(&amp;A)…</translation>
    </message>
    <message>
        <source>M&amp;y work</source>
        <translation>我的工作(&amp;Y)</translation>
    </message>
    <message>
        <source>Overvie&amp;w</source>
        <translation>總覽(&amp;W)</translation>
    </message>
    <message>
        <source>Cata&amp;logue</source>
        <translation>指標庫(&amp;L)</translation>
    </message>
    <message>
        <source>Ne&amp;xt issue</source>
        <translation>下一個問題(&amp;X)</translation>
    </message>
    <message>
        <source>Previ&amp;ous issue</source>
        <translation>上一個問題(&amp;O)</translation>
    </message>
    <message>
        <source>Peop&amp;le …</source>
        <translation>人員(&amp;L)…</translation>
    </message>
    <message>
        <source>Free&amp;zes …</source>
        <translation>封存版本(&amp;Z)…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>A&amp;bout Annals</source>
        <translation>關於 Annals(&amp;B)</translation>
    </message>
    <message>
        <source>In a sheet only (Alt+6, Alt+0)</source>
        <translation>只能在填報表或指標庫中使用（Alt+6、Alt+0）</translation>
    </message>
    <message>
        <source>In the catalogue only (Alt+0)</source>
        <translation>只能在指標庫中使用（Alt+0）</translation>
    </message>
    <message>
        <source>Save &amp;as a new workspace …</source>
        <translation>另存為新工作區(&amp;A)…</translation>
    </message>
    <message>
        <source>Sc&amp;an a text</source>
        <translation>核對文字(&amp;A)</translation>
    </message>
    <message>
        <source>Open a &amp;database …</source>
        <translation>開啟資料庫(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>Allowing</name>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Answer {count} doubts …</source>
        <translation>答覆 {count} 處疑問…</translation>
    </message>
    <message>
        <source>Answer doubt …</source>
        <translation>答覆疑問…</translation>
    </message>
    <message>
        <source>Say why a doubt needs no change; a later change opens it again.</source>
        <translation>寫明為甚麼無需修改；以後再改，疑問會重新出現。</translation>
    </message>
    <message>
        <source>Answered doubts</source>
        <translation>已答覆</translation>
    </message>
    <message>
        <source>Take answer back</source>
        <translation>撤回答覆</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Answer doubts</source>
        <translation>答覆疑問</translation>
    </message>
    <message>
        <source>Doubts that the reason answers</source>
        <translation>這條理由答覆的疑問</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why this is right as it stands: what was checked, where it comes from</source>
        <translation>為甚麼無需修改：核對了甚麼、依據在哪裏</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Others of the same kind stand below: tick what it answers, too.</source>
        <translation>下面列出同類疑問，也能用這條理由答覆的請勾選。</translation>
    </message>
    <message>
        <source>Kept with your name and the date, printed nowhere. A later change opens the doubt again.</source>
        <translation>理由連同您的姓名和日期儲存，不會印出。以後再改，疑問會重新出現。</translation>
    </message>
    <message>
        <source>Answer {count} doubts</source>
        <translation>答覆 {count} 處疑問</translation>
    </message>
    <message>
        <source>Answer doubt</source>
        <translation>答覆疑問</translation>
    </message>
    <message>
        <source>answer to doubts</source>
        <translation>答覆疑問</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>answer taken back</source>
        <translation>撤回答覆</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Ask departments</source>
        <translation>向部門徵集</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部門</translation>
    </message>
    <message>
        <source>Guidance for all</source>
        <translation>統一填報說明</translation>
    </message>
    <message>
        <source>How it is to be filled in, where it comes from, whom to ask</source>
        <translation>怎樣填、數據從哪裏來、有問題找誰</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>A department&apos;s own guidance stands in place of that for all; an item&apos;s is shown at the item.</source>
        <translation>部門自己的說明會代替統一說明；條目的說明顯示在該條目處。</translation>
    </message>
    <message>
        <source>Guidance for {name}</source>
        <translation>給「{name}」的填報說明</translation>
    </message>
    <message>
        <source>Departments: {count}, items: {items}</source>
        <translation>部門 {count} 個，條目 {items} 項</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>徵集</translation>
    </message>
    <message>
        <source>Tick at least one department.</source>
        <translation>請至少勾選一個部門。</translation>
    </message>
    <message>
        <source>This day is over already.</source>
        <translation>這一天已經過去。</translation>
    </message>
    <message>
        <source>asking departments</source>
        <translation>向部門徵集</translation>
    </message>
</context>
<context>
    <name>AskedLine</name>
    <message>
        <source>What is asked here</source>
        <translation>這裏的填報要求</translation>
    </message>
    <message>
        <source>Came back: {reason}</source>
        <translation>已退回：{reason}</translation>
    </message>
    <message>
        <source>Asked: {words}</source>
        <translation>填報說明：{words}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 截止</translation>
    </message>
</context>
<context>
    <name>AskedTree</name>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>條目</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>填報說明</translation>
    </message>
    <message>
        <source>Departments and their items</source>
        <translation>部門及其條目</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未徵集</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>{state}, due {day}</source>
        <translation>{state}，{day} 截止</translation>
    </message>
</context>
<context>
    <name>AssumedDefinitionsDialog</name>
    <message>
        <source>Confirm definitions</source>
        <translation>確認口徑</translation>
    </message>
    <message>
        <source>These definitions were assumed and are printed nowhere until you confirm them. Tick what is right; what is not, word otherwise first (double-click). Several chosen rows are ticked together (space).</source>
        <translation>以下口徑由系統假定，確認前不會印出。口徑無誤請勾選；有誤請先改寫（雙擊）。選取多行後按空白鍵可一併勾選。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>口徑</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Tick chosen rows</source>
        <translation>勾選選取的行</translation>
    </message>
    <message>
        <source>Reason (kept in the history)</source>
        <translation>理由（記入修改紀錄）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A definition that is confirmed needs words.</source>
        <translation>要確認的口徑不能為空。</translation>
    </message>
    <message>
        <source>Reworded in one language: {count}. The other languages keep their words and go on waiting here until they are reworded or confirmed, too.</source>
        <translation>有 {count} 項口徑只改寫了一種語言：其他語言保留原文，仍列在這裏待確認，改寫或確認後才會印出。</translation>
    </message>
    <message>
        <source>Confirm {count}</source>
        <translation>確認 {count} 項</translation>
    </message>
    <message>
        <source>definition of {names}</source>
        <translation>口徑：{names}</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何改動。</translation>
    </message>
</context>
<context>
    <name>AssuranceDialog</name>
    <message>
        <source>Assurance</source>
        <translation>鑑證</translation>
    </message>
    <message>
        <source>Pack for the auditor …</source>
        <translation>產生鑑證資料…</translation>
    </message>
    <message>
        <source>Read verdicts back …</source>
        <translation>讀回鑑證結論…</translation>
    </message>
    <message>
        <source>Who I am …</source>
        <translation>我是誰…</translation>
    </message>
    <message>
        <source>Do not take</source>
        <translation>不收下</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>An auditor judges the numbers of a report in a workbook; what comes back can also be dropped here.</source>
        <translation>鑑證人員在活頁簿裏逐個數填寫結論；收回的活頁簿也可以拖到這裏。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>{count} numbers judged: {failed} did not pass, {stale} were changed since. A click leads there.</source>
        <translation>已有結論 {count} 個：未通過 {failed} 個，之後又有改動 {stale} 個。點擊可到該處。</translation>
    </message>
    <message>
        <source>Nothing has been judged yet: make the pack for the auditor, and read the workbook back.</source>
        <translation>還沒有鑑證結論：先產生鑑證資料交給鑑證人員，再讀回填好的活頁簿。</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel 活頁簿</translation>
    </message>
    <message>
        <source>The auditor&apos;s workbook</source>
        <translation>鑑證人員交回的活頁簿</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>正在讀取 {file} …</translation>
    </message>
    <message>
        <source>{file}, {report}: {count} new verdicts, {same} known already, {refused} rows cannot be taken. Nothing is stored yet.</source>
        <translation>{file}（{report}）：新結論 {count} 個，已有 {same} 個，不能讀入 {refused} 行。還沒有儲存。</translation>
    </message>
    <message>
        <source>verdicts of {file}</source>
        <translation>讀入 {file} 的鑑證結論</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>Take {count} verdicts</source>
        <translation>收下 {count} 個結論</translation>
    </message>
</context>
<context>
    <name>AssurancePackDialog</name>
    <message>
        <source>Pack for the auditor</source>
        <translation>鑑證資料</translation>
    </message>
    <message>
        <source>Only these chapters</source>
        <translation>只含以下各章</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Make the pack</source>
        <translation>產生</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>A workbook with each number in scope, what stands behind it and two columns for the auditor&apos;s verdict; the history; the evidence. The whole folder goes to the auditor, the workbook comes back.</source>
        <translation>活頁簿裏列出範圍內的每個數及其依據，另有兩欄供鑑證人員填寫結論；資料夾裏還有修改紀錄和證明檔案。整個資料夾交給鑑證人員，收回的是活頁簿。</translation>
    </message>
    <message>
        <source>Tick at least one chapter.</source>
        <translation>請至少勾選一章。</translation>
    </message>
    <message>
        <source>Writing the pack …</source>
        <translation>正在產生鑑證資料…</translation>
    </message>
    <message>
        <source>✓ {count} files in {folder}</source>
        <translation>✓ 已產生 {count} 個檔案，在 {folder}</translation>
    </message>
    <message>
        <source>{old} was changed by someone and is kept; the new one is {new}.</source>
        <translation>{old} 已有人改動，予以保留；新產生的是 {new}。</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改紀錄</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>此後的改動</translation>
    </message>
    <message>
        <source>Restore as a workspace of its own …</source>
        <translation>還原為另一個工作區…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Kept by itself before imports, answers taken in, new definitions and new reports, and after each half hour of changes. Restoring makes a file of its own; this workspace stays as it is.</source>
        <translation>匯入、收取答覆、換用新定義、建立新報告之前，以及修改每滿半小時，都會自動備份。還原時另存為一個檔案，現有工作區不變。</translation>
    </message>
    <message>
        <source>{count} backups, {size} MB of at most {most} MB, in {folder}</source>
        <translation>共 {count} 個備份，{size} MB（上限 {most} MB），在 {folder}</translation>
    </message>
    <message>
        <source>There is no backup yet; the first is made before the first of these.</source>
        <translation>還沒有備份；第一次遇到上述情況時就會自動備份。</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>第 {number} 條</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比較…</translation>
    </message>
    <message>
        <source>Changed since this backup: {count}. A click leads to the place of each.</source>
        <translation>此備份之後有 {count} 處改動。點擊可前往所在位置。</translation>
    </message>
    <message>
        <source>Nothing has changed since this backup.</source>
        <translation>此備份之後沒有改動。</translation>
    </message>
    <message>
        <source>Annals workspaces</source>
        <translation>Annals 工作區</translation>
    </message>
    <message>
        <source>Restore the backup to</source>
        <translation>還原到</translation>
    </message>
    <message>
        <source>Checking the backup …</source>
        <translation>正在核驗備份…</translation>
    </message>
    <message>
        <source>✓ Restored: {path}. Open it from the menu “File”.</source>
        <translation>✓ 已還原到 {path}，可用選單「檔案」開啟。</translation>
    </message>
    <message>
        <source>The workspace is in a database: whoever looks after its server arranges the backups.</source>
        <translation>工作區在資料庫中，備份由伺服器管理員安排。</translation>
    </message>
</context>
<context>
    <name>BreakdownGrid</name>
    <message>
        <source>clearing</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>pasting</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Pasted: {count}</source>
        <translation>已貼上 {count} 個</translation>
    </message>
    <message>
        <source>; could not be read, kept and marked: {count}</source>
        <translation>；{count} 個看不懂，已保留並標出</translation>
    </message>
    <message>
        <source>; had no place: {count}</source>
        <translation>；{count} 個沒有位置</translation>
    </message>
    <message>
        <source>filling</source>
        <translation>填滿</translation>
    </message>
</context>
<context>
    <name>BreakdownModel</name>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Evidence: {names}</source>
        <translation>證明檔案：{names}</translation>
    </message>
    <message>
        <source>To be looked at again</source>
        <translation>須跟進</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>BrokenPart</name>
    <message>
        <source>Clear it</source>
        <translation>清除它</translation>
    </message>
    <message>
        <source>This part cannot be shown; the rest of the form can be used.</source>
        <translation>這一部分無法顯示；表單的其餘部分仍可使用。</translation>
    </message>
    <message>
        <source>%1 cannot be shown: what stands there is nothing that Annals writes.</source>
        <translation>%1 無法顯示：其中的內容不是 Annals 寫入的。</translation>
    </message>
    <message>
        <source>clearing of what cannot be shown</source>
        <translation>清除無法顯示的內容</translation>
    </message>
    <message>
        <source>Cleared. Choose the section again to fill it in.</source>
        <translation>已清除。重新選擇本節即可填寫。</translation>
    </message>
</context>
<context>
    <name>CameInPage</name>
    <message>
        <source>What came in</source>
        <translation>收到的</translation>
    </message>
    <message>
        <source>Take in answers …</source>
        <translation>收取答覆…</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>帶來的內容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>From</source>
        <translation>發來</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原來</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>By</source>
        <translation>填報人</translation>
    </message>
    <message>
        <source>Nothing has come in yet. Answers, filled forms and files of figures that are taken in stand here, each with what it brought. They can be dropped on the window.</source>
        <translation>還沒有收到任何內容。收取的答覆、填好的填報表和匯入的數據檔案都列在這裏，並列明各自帶來的內容。檔案可以直接拖到視窗裏。</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 項</translation>
    </message>
    <message>
        <source>{count} since your last visit</source>
        <translation>上次查看後新到 {count} 項</translation>
    </message>
    <message>
        <source>{name}: new since your last visit</source>
        <translation>{name}：上次查看後新到</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>答覆 {number}</translation>
    </message>
    <message>
        <source>Import {number}</source>
        <translation>匯入 {number}</translation>
    </message>
    <message>
        <source>taken back by {who}, {when}</source>
        <translation>已由{who}撤回，{when}</translation>
    </message>
    <message>
        <source>taken: {count}</source>
        <translation>收下 {count} 項</translation>
    </message>
    <message>
        <source>still as it came: {count}</source>
        <translation>其中 {count} 項未再改動</translation>
    </message>
    <message>
        <source>decided for what stood here: {count}</source>
        <translation>保留原有 {count} 項</translation>
    </message>
    <message>
        <source>not decided: {count}</source>
        <translation>未裁定 {count} 項</translation>
    </message>
    <message>
        <source>refused: {count}</source>
        <translation>未收下 {count} 項</translation>
    </message>
    <message>
        <source>nothing taken</source>
        <translation>沒有收下</translation>
    </message>
    <message>
        <source>brought nothing new</source>
        <translation>沒有新內容</translation>
    </message>
    <message>
        <source>Take it back …</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{count} items would become what they were before.</source>
        <translation>有 {count} 項會恢復為原來的內容。</translation>
    </message>
    <message>
        <source>Yes, take it back</source>
        <translation>確認撤回</translation>
    </message>
    <message>
        <source>✓ Taken back: {count} items.</source>
        <translation>✓ 已撤回 {count} 項。</translation>
    </message>
    <message>
        <source>Left as it is, since it was changed or approved after that: {names}.</source>
        <translation>之後又改動或批准過、保持不變的：{names}。</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Questionnaire</source>
        <translation>問卷</translation>
    </message>
    <message>
        <source>This questionnaire stands in the report’s definitions; there is nothing to fill in here.</source>
        <translation>此問卷由報告的定義產生，這裏無需填寫。</translation>
    </message>
    <message>
        <source>This figure is drawn by the program from the report’s definitions; there is nothing to fill in here.</source>
        <translation>此圖由程式按報告的定義繪製，這裏無需填寫。</translation>
    </message>
    <message>
        <source>As it prints</source>
        <translation>印出來的樣子</translation>
    </message>
    <message>
        <source>Show the page beside the form (F7)</source>
        <translation>在表單旁顯示頁面（F7）</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>走勢</translation>
    </message>
</context>
<context>
    <name>CarriedBar</name>
    <message>
        <source>Still true</source>
        <translation>仍然屬實</translation>
    </message>
    <message>
        <source>Confirm that this still holds for the new year; the mark goes away.</source>
        <translation>確認這部分內容在新年度仍然成立，標記隨之消失。</translation>
    </message>
</context>
<context>
    <name>CatalogueMenus</name>
    <message>
        <source>Anything can be typed here.</source>
        <translation>這裏可以填寫任何文字。</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>（留空）</translation>
    </message>
    <message>
        <source>Paste as &amp;new metrics</source>
        <translation>貼上為新指標(&amp;N)</translation>
    </message>
    <message>
        <source>Change in its &amp;form …</source>
        <translation>在表單中修改(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>CatalogueModel</name>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>No department</source>
        <translation>未指定部門</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>A department&apos;s head: type into the lines below it.</source>
        <translation>這是部門標題行，請在下面各行填寫。</translation>
    </message>
    <message>
        <source>There is no line or column for it; Ctrl+Shift+V makes new metrics of what is copied.</source>
        <translation>沒有對應的列或欄；按 Ctrl+Shift+V 可把複製的內容逐列新增為指標。</translation>
    </message>
    <message>
        <source>Metric code</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>Names are changed in the columns of their languages; a code stays, values are kept by it.</source>
        <translation>名稱請在相應語言的欄中修改；編碼不能改，數值按編碼保存。</translation>
    </message>
    <message>
        <source>It follows from the outline: place the metric in the structure (Alt+9).</source>
        <translation>由報告結構得出：請在「結構」（Alt+9）中放置指標。</translation>
    </message>
    <message>
        <source>A rule, or several totals, say this: change them in the catalogue&apos;s workbook.</source>
        <translation>由規則或多個合計規定：請在指標庫工作簿中修改。</translation>
    </message>
    <message>
        <source>“{name}” needs it: {reason}</source>
        <translation>「{name}」要用到它：{reason}</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Catalogue</source>
        <translation>指標庫</translation>
    </message>
    <message>
        <source>What is said of metrics</source>
        <translation>指標的各項規定</translation>
    </message>
    <message>
        <source>Metrics and their codes</source>
        <translation>指標和編碼</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>No metric is called “{words}” here.</source>
        <translation>這裏沒有名為「{words}」的指標。</translation>
    </message>
    <message>
        <source>There is no metric of that kind.</source>
        <translation>沒有這樣的指標。</translation>
    </message>
    <message>
        <source>Show all metrics</source>
        <translation>顯示全部指標</translation>
    </message>
    <message>
        <source>{count} metrics</source>
        <translation>{count} 個指標</translation>
    </message>
    <message>
        <source>{act} in the catalogue: {what}</source>
        <translation>指標庫{act}：{what}</translation>
    </message>
    <message>
        <source>change metric “{what}”</source>
        <translation>修改指標「{what}」</translation>
    </message>
</context>
<context>
    <name>CataloguePutting</name>
    <message>
        <source>Cells read: {number} of {count} …</source>
        <translation>已讀入儲存格：{number} / {count} …</translation>
    </message>
</context>
<context>
    <name>CatalogueReport</name>
    <message>
        <source>Something was done since: use Undo (Ctrl+Z).</source>
        <translation>之後又有其他操作，請用復原（Ctrl+Z）。</translation>
    </message>
</context>
<context>
    <name>CatalogueTools</name>
    <message>
        <source>All departments</source>
        <translation>全部部門</translation>
    </message>
    <message>
        <source>All metrics</source>
        <translation>全部指標</translation>
    </message>
    <message>
        <source>In this report</source>
        <translation>本報告中的</translation>
    </message>
    <message>
        <source>Not in this report</source>
        <translation>不在本報告中的</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>填報的</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>計算的</translation>
    </message>
    <message>
        <source>A name is missing</source>
        <translation>缺少某種語言名稱的</translation>
    </message>
    <message>
        <source>Definition not confirmed</source>
        <translation>口徑待確認的</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Which metrics</source>
        <translation>哪些指標</translation>
    </message>
    <message>
        <source>Name, code, or unit</source>
        <translation>名稱、編碼或單位</translation>
    </message>
    <message>
        <source>Search the catalogue</source>
        <translation>在指標庫中查找</translation>
    </message>
    <message>
        <source>Filter row (Ctrl+Shift+L)</source>
        <translation>篩選列（Ctrl+Shift+L）</translation>
    </message>
    <message>
        <source>Filter row</source>
        <translation>篩選列</translation>
    </message>
    <message>
        <source>Copy for Excel</source>
        <translation>複製到 Excel</translation>
    </message>
    <message>
        <source>New metric</source>
        <translation>新指標</translation>
    </message>
</context>
<context>
    <name>CellLine</name>
    <message>
        <source>Value of the chosen cell</source>
        <translation>所選儲存格的值</translation>
    </message>
</context>
<context>
    <name>CellMenus</name>
    <message>
        <source>Show in its &amp;section</source>
        <translation>在章節中顯示(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ChipCard</name>
    <message>
        <source>Go to its field</source>
        <translation>前往填寫處</translation>
    </message>
    <message>
        <source>Enter, while the number is chosen in the text</source>
        <translation>在文中選中數字後按 Enter</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>數量級</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>小數位</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>顯示內容</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>as the metric has it</source>
        <translation>按指標設定</translation>
    </message>
    <message>
        <source>the value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>change on the year before</source>
        <translation>比上年的變動</translation>
    </message>
    <message>
        <source>change in percent</source>
        <translation>變動百分比</translation>
    </message>
    <message>
        <source>number only</source>
        <translation>只有數字</translation>
    </message>
    <message>
        <source>share of the whole</source>
        <translation>佔總數的比例</translation>
    </message>
</context>
<context>
    <name>ChipEdit</name>
    <message>
        <source>Put in a number</source>
        <translation>插入數字</translation>
    </message>
</context>
<context>
    <name>ChipFacts</name>
    <message>
        <source>Nothing in the catalogue is meant by this.</source>
        <translation>指標庫裏沒有與之對應的指標。</translation>
    </message>
    <message>
        <source>none written yet</source>
        <translation>尚未寫明</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>口徑</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>出現在</translation>
    </message>
    <message>
        <source>texts only</source>
        <translation>僅出現在文字中</translation>
    </message>
    <message>
        <source>Click: how it is shown · twice: its field</source>
        <translation>單擊：選擇格式 · 雙擊：前往填寫處</translation>
    </message>
</context>
<context>
    <name>ChosenSum</name>
    <message>
        <source>Cells chosen: {count}</source>
        <translation>已選 {count} 格</translation>
    </message>
    <message>
        <source>numbers: {count}</source>
        <translation>數值 {count} 個</translation>
    </message>
    <message>
        <source>sum: {total}</source>
        <translation>合計 {total}</translation>
    </message>
    <message>
        <source>mean: {mean}</source>
        <translation>平均 {mean}</translation>
    </message>
</context>
<context>
    <name>CompanyDialog</name>
    <message>
        <source>Company</source>
        <translation>公司資料</translation>
    </message>
    <message>
        <source>Name ({language})</source>
        <translation>名稱（{language}）</translation>
    </message>
    <message>
        <source>Short name ({language})</source>
        <translation>簡稱（{language}）</translation>
    </message>
    <message>
        <source>Stock code</source>
        <translation>股份代號</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>網站</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電郵</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Names and headings are asked for in the languages that the company&apos;s name is written in.</source>
        <translation>公司名稱寫了哪些語言，標題和指標名稱就要求哪些語言。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>A company has a name: write it in one language at least.</source>
        <translation>公司要有名稱：至少寫一種語言。</translation>
    </message>
    <message>
        <source>change the company&apos;s data</source>
        <translation>更改公司資料</translation>
    </message>
    <message>
        <source>Last day of the year</source>
        <translation>年度的最後一天</translation>
    </message>
    <message>
        <source>A year over two calendar years</source>
        <translation>跨兩個曆年的年度</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Definitions</source>
        <translation>口徑和提綱</translation>
    </message>
    <message>
        <source>In no section of a report</source>
        <translation>不在報告章節內</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之後</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>修改人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Filter by name, value, person …</source>
        <translation>按名稱、數值、人員篩選…</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>The chosen difference in full</source>
        <translation>所選差異的全文</translation>
    </message>
    <message>
        <source>All kinds ({count})</source>
        <translation>全部類別（{count}）</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{count} 項中的 {shown} 項</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>… {count} unchanged</source>
        <translation>…（{count} 段未變）</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>這裏</translation>
    </message>
    <message>
        <source>In the answer</source>
        <translation>答覆中</translation>
    </message>
    <message>
        <source>Before both</source>
        <translation>雙方改動之前</translation>
    </message>
    <message>
        <source>Keep what stands here</source>
        <translation>保留這裏的</translation>
    </message>
    <message>
        <source>Take the answer&apos;s</source>
        <translation>採用答覆的</translation>
    </message>
    <message>
        <source>Write it from both</source>
        <translation>綜合兩邊另寫</translation>
    </message>
</context>
<context>
    <name>ContradictionModel</name>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>What cannot both hold</source>
        <translation>不能都成立的說法</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待處理</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>已說明</translation>
    </message>
    <message>
        <source>restated</source>
        <translation>已重述</translation>
    </message>
</context>
<context>
    <name>ContradictionView</name>
    <message>
        <source>Explain</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Take explanation back</source>
        <translation>撤回說明</translation>
    </message>
    <message>
        <source>State as restatement …</source>
        <translation>按重述說明…</translation>
    </message>
    <message>
        <source>Later reports that show this value print the reason in a footnote.</source>
        <translation>後續報告引用此數值時，將在腳註中說明原因。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why both may stand: what was counted differently, what was checked</source>
        <translation>兩種說法為何都可以成立：口徑有何不同、核對過甚麼</translation>
    </message>
    <message>
        <source>Settled by the reason of a restatement: {reason}</source>
        <translation>已寫明重述原因：{reason}</translation>
    </message>
    <message>
        <source>Explained: {reason}</source>
        <translation>已說明：{reason}</translation>
    </message>
    <message>
        <source>Explained: {reason} ({who}, {date})</source>
        <translation>已說明：{reason}（{who}，{date}）</translation>
    </message>
</context>
<context>
    <name>ContradictionsDialog</name>
    <message>
        <source>Contradictions</source>
        <translation>相互矛盾</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>待處理 {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>✓ No statements contradict each other here.</source>
        <translation>✓ 沒有互相矛盾的說法。</translation>
    </message>
    <message>
        <source>✓ Every contradiction is explained or restated.</source>
        <translation>✓ 所有矛盾都已說明或重述。</translation>
    </message>
    <message>
        <source>Not checked yet …</source>
        <translation>尚未檢查…</translation>
    </message>
    <message>
        <source>explanation of a contradiction</source>
        <translation>說明矛盾</translation>
    </message>
</context>
<context>
    <name>CoverageDialog</name>
    <message>
        <source>Coverage</source>
        <translation>披露覆蓋</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Disclosure</source>
        <translation>披露項</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Missing or left out</source>
        <translation>尚缺或從略</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>負責部門</translation>
    </message>
    <message>
        <source>{answered} answered ({partly} of them in part), {explained} explained, {open} open</source>
        <translation>已回應 {answered} 項（其中部分回應 {partly} 項），已說明 {explained} 項，待補 {open} 項</translation>
    </message>
    <message>
        <source>{disclosures} disclosures that nothing is mapped to, {items} items without an owner</source>
        <translation>{disclosures} 條披露項沒有對應的指標、文字或記錄，{items} 項內容沒有負責部門</translation>
    </message>
    <message>
        <source>Asked by nobody</source>
        <translation>無人負責</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>沒有負責部門</translation>
    </message>
    <message>
        <source>answered in part</source>
        <translation>部分回應</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回應</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>已說明</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待補</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something went wrong in Annals.</source>
        <translation>Annals 出現了意外錯誤。</translation>
    </message>
    <message>
        <source>If it happens again, send the report to whoever looks after Annals. It holds no values.</source>
        <translation>如再次發生，請把報告發給負責 Annals 的同事；報告裏沒有數據。</translation>
    </message>
    <message>
        <source>What you entered is saved; look again at the field that you were in. You can go on.</source>
        <translation>填寫的內容已儲存，請再看一眼剛才所在的那一格。可以繼續。</translation>
    </message>
    <message>
        <source>Not saved yet: {count}. It is tried again; leave the window open until it is saved.</source>
        <translation>還有 {count} 處未儲存，正在重試；儲存之前請不要關閉視窗。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>開啟記錄檔資料夾</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Answered by a note: {reason}</source>
        <translation>已由舊備註答覆：{reason}</translation>
    </message>
    <message>
        <source>Answered: {reason} ({who}, {date})</source>
        <translation>已答覆：{reason}（{who}，{date}）</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不適用</translation>
    </message>
    <message>
        <source>not collected</source>
        <translation>未統計</translation>
    </message>
    <message>
        <source>unavailable</source>
        <translation>暫無</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>legal</source>
        <translation>法律限制</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>About this value</source>
        <translation>數值詳情</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>提問與答覆</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>口徑</translation>
    </message>
    <message>
        <source>Note (internal, never printed)</source>
        <translation>備註（內部，不印出）</translation>
    </message>
    <message>
        <source>How computed</source>
        <translation>計算方法</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>填報部門</translation>
    </message>
    <message>
        <source>About this text</source>
        <translation>文字詳情</translation>
    </message>
    <message>
        <source>About this list</source>
        <translation>列表詳情</translation>
    </message>
    <message>
        <source>Row: {name}</source>
        <translation>行：{name}</translation>
    </message>
    <message>
        <source>Nobody has asked anything here.</source>
        <translation>此處還沒有人提問。</translation>
    </message>
    <message>
        <source>Put the cursor into a value to see its definition, who is asked for it, what earlier reports printed, and every change of it; into a text or a row to see what was asked about it.</source>
        <translation>把游標放到某個數值上，這裏會顯示它的口徑、填報部門、以往報告刊登的數字和全部修改紀錄；放到文字或行上，會顯示有關的提問與答覆。</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>披露項目</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已刊登的數字</translation>
    </message>
    <message>
        <source>Printed in</source>
        <translation>出現位置</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改紀錄</translation>
    </message>
    <message>
        <source>Not defined yet: the editor has to say what is counted.</source>
        <translation>尚無口徑，請編輯說明統計範圍。</translation>
    </message>
    <message>
        <source>{words} (assumed: the editor has yet to confirm it)</source>
        <translation>{words}（假定的口徑，待編輯確認）</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>Take</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>工作區的</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>新版的</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>處理</translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>Draft from {language}</source>
        <translation>由{language}起草</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Machine draft</source>
        <translation>機器起草</translation>
    </message>
    <message>
        <source>The words it follows have changed since</source>
        <translation>所據文字後來改過</translation>
    </message>
    <message>
        <source>machine draft</source>
        <translation>機器起草</translation>
    </message>
    <message>
        <source>acceptance of the draft</source>
        <translation>接受起草的文字</translation>
    </message>
</context>
<context>
    <name>EmissionSourcesDialog</name>
    <message>
        <source>Emission sources</source>
        <translation>排放源</translation>
    </message>
    <message>
        <source>Activity times factor gives emissions, sources add up to the scopes. What is ticked stands in a table of this report; totals that have typed values stay typed and are held against it.</source>
        <translation>活動數據乘以系數得出排放量，各排放源相加得出各範圍的總量。勾選的排放源列在本報告的一張表裏；已有填報數值的總量照舊填報，並與計算結果核對。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>排放源</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活動數據</translation>
    </message>
    <message>
        <source>Emission factor</source>
        <translation>排放因子</translation>
    </message>
    <message>
        <source>Where a year has no factor, take the nearest year&apos;s and say so</source>
        <translation>沒有當年系數時，借用最近年份的並註明</translation>
    </message>
    <message>
        <source>New rows stand in</source>
        <translation>新的行放在</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>one of your own</source>
        <translation>自己的系數</translation>
    </message>
    <message>
        <source>Write down value and source of your own factor: {names}</source>
        <translation>請寫下自己的系數的數值和來源：{names}</translation>
    </message>
    <message>
        <source>change the emission sources</source>
        <translation>更改排放源</translation>
    </message>
</context>
<context>
    <name>EvidenceButton</name>
    <message>
        <source>Evidence</source>
        <translation>證明檔案</translation>
    </message>
    <message>
        <source>Evidence: {count}</source>
        <translation>證明檔案：{count}</translation>
    </message>
    <message>
        <source>Evidence: drop files here, or click</source>
        <translation>證明檔案：把檔案拖到這裡，或點擊</translation>
    </message>
</context>
<context>
    <name>EvidenceCopies</name>
    <message>
        <source>The file cannot be read.</source>
        <translation>無法讀取這個檔案。</translation>
    </message>
    <message>
        <source>Opened as a copy: changes to it are not kept here.</source>
        <translation>開啟的是副本：在副本上的改動不會存回這裡。</translation>
    </message>
    <message>
        <source>“{name}” may run a program or a macro, or is not what its name says. Open it only if you know who sent it. Open it?</source>
        <translation>「{name}」可能會執行程式或巨集，或者與其名稱不符。只有在清楚來源時才開啟。要開啟嗎？</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>開啟檔案</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Evidence</source>
        <translation>證明檔案</translation>
    </message>
    <message>
        <source>Drop files here, or add them. The page that proves it can be typed into the list.</source>
        <translation>把檔案拖到這裡，或點「加入檔案」。用作證明的頁碼可在列表中填寫。</translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation>加入檔案…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存為…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有檔案</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>加入檔案</translation>
    </message>
    <message>
        <source>Taken away; Undo brings it back.</source>
        <translation>已移除；復原可還原。</translation>
    </message>
    <message>
        <source>Save file as</source>
        <translation>檔案另存為</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已存為 {file}</translation>
    </message>
</context>
<context>
    <name>EvidenceIntake</name>
    <message>
        <source>Reading the files …</source>
        <translation>正在讀取檔案…</translation>
    </message>
    <message>
        <source>evidence attached</source>
        <translation>附上證明檔案</translation>
    </message>
    <message>
        <source>{file} is attached already and keeps the name {known}.</source>
        <translation>{file} 已經附上，名稱仍為 {known}。</translation>
    </message>
    <message>
        <source>Attached: {count}</source>
        <translation>已附上 {count} 個檔案</translation>
    </message>
    <message>
        <source>These files are attached already.</source>
        <translation>這些檔案已經附上。</translation>
    </message>
    <message>
        <source>evidence taken away</source>
        <translation>移除證明檔案</translation>
    </message>
    <message>
        <source>page of evidence</source>
        <translation>證明檔案的頁碼</translation>
    </message>
</context>
<context>
    <name>EvidenceModel</name>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁</translation>
    </message>
    <message>
        <source>Attached by</source>
        <translation>附上者</translation>
    </message>
    <message>
        <source>On</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>named only, the file has not come</source>
        <translation>只寫了名稱，檔案還沒有來</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>Sum of</source>
        <translation>合計自</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Excel data sheets</source>
        <translation>Excel 數據表</translation>
    </message>
    <message>
        <source>Word draft</source>
        <translation>Word 初稿</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Only what is approved: placeholders stand for the rest</source>
        <translation>只印已批准的內容，其餘以佔位標出</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Further indices</source>
        <translation>另印索引</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Nothing is open: the report can be final.</source>
        <translation>沒有未了事項，可以定稿。</translation>
    </message>
    <message>
        <source>Writing {file} …</source>
        <translation>正在產生 {file} …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>✓  {new}   {size}   ({old} was changed by someone and is kept)</source>
        <translation>✓  {new}   {size}   （{old} 已被人改動，予以保留）</translation>
    </message>
    <message>
        <source>Cancelled. Nothing half-written remains.</source>
        <translation>已取消，沒有留下未完成的檔案。</translation>
    </message>
    <message>
        <source>The export failed; nothing half-written remains.</source>
        <translation>匯出失敗，沒有留下未完成的檔案。</translation>
    </message>
    <message>
        <source>The report cannot be final yet; {count} things have to be settled. A click leads to each.</source>
        <translation>還不能定稿：以下 {count} 項須先處理，點擊即可前往。</translation>
    </message>
    <message>
        <source>Stopping after this file …</source>
        <translation>完成目前檔案後停止…</translation>
    </message>
</context>
<context>
    <name>FieldBlock</name>
    <message>
        <source>Several columns: paste them in the sheet (Alt+6), where the years stand beside each other.</source>
        <translation>有多欄內容：請在填報表（Alt+6）中貼上，那裏各年度並排。</translation>
    </message>
</context>
<context>
    <name>FieldMenu</name>
    <message>
        <source>&amp;Estimated</source>
        <translation>估算值(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Footnote …</source>
        <translation>腳註(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Note …</source>
        <translation>備註(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Method and source …</source>
        <translation>統計方法和來源(&amp;M)…</translation>
    </message>
    <message>
        <source>Ev&amp;idence …</source>
        <translation>證明檔案(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Question …</source>
        <translation>提問與答覆(&amp;Q)…</translation>
    </message>
    <message>
        <source>Follow-&amp;up …</source>
        <translation>跟進標記(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;details</source>
        <translation>查看詳情(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Answer doubt …</source>
        <translation>答覆疑問(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Take answer back</source>
        <translation>撤回答覆(&amp;T)</translation>
    </message>
    <message>
        <source>No &amp;value because it is</source>
        <translation>沒有數值，原因(&amp;V)</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Footnote and note</source>
        <translation>腳註與備註</translation>
    </message>
    <message>
        <source>More about this value</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估算值</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{share}, {change} since the last visit</source>
        <translation>{share}，比上次查看 {change}</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>Nobody asked</source>
        <translation>尚未徵集</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Ask …</source>
        <translation>發起徵集…</translation>
    </message>
    <message>
        <source>everything is handed in</source>
        <translation>已全部提交</translation>
    </message>
    <message>
        <source>next {day}: {departments}</source>
        <translation>下一個 {day}：{departments}</translation>
    </message>
    <message>
        <source>all of it is late</source>
        <translation>餘下的都已逾期</translation>
    </message>
    <message>
        <source>Last due day {day}</source>
        <translation>最遲截止 {day}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>就是今天</translation>
    </message>
    <message>
        <source>{count} day left</source>
        <translation>還有 {count} 天</translation>
    </message>
    <message>
        <source>{count} days left</source>
        <translation>還有 {count} 天</translation>
    </message>
    <message>
        <source>{count} day ago</source>
        <translation>已過 {count} 天</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>已過 {count} 天</translation>
    </message>
    <message>
        <source>{count} item</source>
        <translation>{count} 項</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 項</translation>
    </message>
    <message>
        <source>{count} department</source>
        <translation>{count} 個部門</translation>
    </message>
    <message>
        <source>{count} departments</source>
        <translation>{count} 個部門</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>longest since {day}: {department}</source>
        <translation>最早 {day} 提交：{department}</translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation>待審核</translation>
    </message>
    <message>
        <source>Open contradictions</source>
        <translation>未決矛盾</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>about what was published: {count}</source>
        <translation>{count} 處涉及已刊登的數字</translation>
    </message>
    <message>
        <source>{count} place</source>
        <translation>{count} 處</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} 處</translation>
    </message>
    <message>
        <source>Owned by nobody</source>
        <translation>尚無人負責</translation>
    </message>
    <message>
        <source>name who owns them</source>
        <translation>按此指定負責部門</translation>
    </message>
    <message>
        <source>everything has an owner</source>
        <translation>每一項都有負責部門</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Open a workspace</source>
        <translation>開啟工作區</translation>
    </message>
    <message>
        <source>Open a received pack</source>
        <translation>開啟收到的填報包</translation>
    </message>
    <message>
        <source>Annals packs</source>
        <translation>Annals 填報包</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新增工作區</translation>
    </message>
    <message>
        <source>Sample workspace</source>
        <translation>示例工作區</translation>
    </message>
    <message>
        <source>Annals workspaces</source>
        <translation>Annals 工作區</translation>
    </message>
    <message>
        <source>Address of the database. The password stays out of it: it belongs in the file pgpass.</source>
        <translation>資料庫的地址。不要寫密碼，密碼放在 pgpass 檔案裏。</translation>
    </message>
    <message>
        <source>This is no address of a database: it looks like postgresql://user@server/database.</source>
        <translation>這不是資料庫的地址。寫法如 postgresql://用戶@伺服器/資料庫。</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>開啟資料庫</translation>
    </message>
</context>
<context>
    <name>FinalList</name>
    <message>
        <source>What has to be settled before the report is final</source>
        <translation>定稿前須處理的事項</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>There is nothing to undo</source>
        <translation>沒有可以復原的操作</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>沒有可以重做的操作</translation>
    </message>
    <message>
        <source>Not possible here now</source>
        <translation>現在在這裏不能用</translation>
    </message>
</context>
<context>
    <name>FlagButton</name>
    <message>
        <source>Follow-up</source>
        <translation>跟進標記</translation>
    </message>
    <message>
        <source>To be looked at again</source>
        <translation>須跟進</translation>
    </message>
    <message>
        <source>Mark for follow-up</source>
        <translation>標記為須跟進</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Follow-up</source>
        <translation>跟進標記</translation>
    </message>
    <message>
        <source>Why it is to be looked at again (may stay empty)</source>
        <translation>為何須跟進（可不填）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take mark away</source>
        <translation>移除標記</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>標記</translation>
    </message>
    <message>
        <source>Printed nowhere, and no approval falls with it.</source>
        <translation>標記不會刊登，也不影響已有的批准。</translation>
    </message>
    <message>
        <source>Marked by {who} on {day}.</source>
        <translation>{who} 於 {day} 標記。</translation>
    </message>
</context>
<context>
    <name>FormulaField</name>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Find a metric to put in: name, code or initials</source>
        <translation>插入指標：名稱、編碼或拼音首字母</translation>
    </message>
    <message>
        <source>Metric for the formula</source>
        <translation>要插入公式的指標</translation>
    </message>
    <message>
        <source>There is no {code}</source>
        <translation>沒有 {code}</translation>
    </message>
    <message>
        <source>[ finds a metric or a factor: [… @-1] last year, [… :…=…] a category</source>
        <translation>按 [ 查找指標或系數；[… @-1] 為上年，[… :…=…] 為某一類別</translation>
    </message>
</context>
<context>
    <name>FormulaList</name>
    <message>
        <source>Metric or factor by name, code or pinyin initials</source>
        <translation>指標或系數：名稱、編碼或拼音首字母</translation>
    </message>
    <message>
        <source>Metric for the formula</source>
        <translation>公式裏的指標</translation>
    </message>
    <message>
        <source>↵ put in   Tab go on writing it   Esc back   [ again: the sign itself</source>
        <translation>↵ 放入   Tab 接着寫   Esc 返回   再按 [ 即為括號本身</translation>
    </message>
</context>
<context>
    <name>FormulaWords</name>
    <message>
        <source>each of {breakdown}</source>
        <translation>各{breakdown}</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>上年</translation>
    </message>
    <message>
        <source>{count} years before</source>
        <translation>{count} 年前</translation>
    </message>
    <message>
        <source>no value in {year}</source>
        <translation>{year} 年沒有數值</translation>
    </message>
    <message>
        <source>{year}: {value}</source>
        <translation>{year}：{value}</translation>
    </message>
</context>
<context>
    <name>FreezeChoice</name>
    <message>
        <source>as it stands now</source>
        <translation>目前狀態</translation>
    </message>
    <message>
        <source>Named in the workbook: {words}</source>
        <translation>在工作簿中註明：{words}</translation>
    </message>
    <message>
        <source>Named in the pack: {words}</source>
        <translation>資料中註明：{words}</translation>
    </message>
    <message>
        <source>The cover names no freeze: what is exported now may stand otherwise later.</source>
        <translation>封面不註明封存版本：現在匯出的內容，之後可能再有改動。</translation>
    </message>
    <message>
        <source>A number that is changed after this has to be judged again.</source>
        <translation>此後又有改動的數，需要重新鑑證。</translation>
    </message>
    <message>
        <source>Printed on the cover, at the foot of the pages and in the workbook: {words}</source>
        <translation>封面、頁腳和活頁簿封面印：{words}</translation>
    </message>
</context>
<context>
    <name>FreezeNowDialog</name>
    <message>
        <source>Freeze the present state</source>
        <translation>封存目前狀態</translation>
    </message>
    <message>
        <source>such as: sent for assurance</source>
        <translation>例如：送審稿</translation>
    </message>
    <message>
        <source>such as: the board has approved it</source>
        <translation>例如：董事會已批准</translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation>整個工作區</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名稱(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>範圍(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Frozen and signed by {who}. A freeze stays and its name is given once; work goes on as before. What is exported from it names it on the cover, with date and digits of the history.</source>
        <translation>由{who}封存並簽署。封存版本會一直保留，名稱不能重用；填報照常繼續。由它匯出的檔案，封面上註明它的名稱、日期和修改紀錄的雜湊值。</translation>
    </message>
</context>
<context>
    <name>FreezesDialog</name>
    <message>
        <source>Freezes</source>
        <translation>封存版本</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>By</source>
        <translation>封存人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改紀錄</translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation>整個工作區</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>with</source>
        <translation>與</translation>
    </message>
    <message>
        <source>of</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Freeze now …</source>
        <translation>封存目前狀態…</translation>
    </message>
    <message>
        <source>Who I am …</source>
        <translation>我是誰…</translation>
    </message>
    <message>
        <source>Save as workbook …</source>
        <translation>存為 Excel 活頁簿…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>A freeze gives the present state a name, so that it can be exported and compared later.</source>
        <translation>封存給目前狀態一個名稱，以後可以按當時的狀態匯出，也可以比較改了甚麼。</translation>
    </message>
    <message>
        <source>what stands now</source>
        <translation>目前狀態</translation>
    </message>
    <message>
        <source>Nothing has been frozen yet: this is where freezes stand once there are any.</source>
        <translation>還沒有封存過。送審、報批或發佈之前，先封存目前狀態；封存之後列在這裏。</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>第 {number} 條</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>✓ Frozen as “{name}”. It can be chosen in the export from now on.</source>
        <translation>✓ 已封存為「{name}」，匯出時可以選用。</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比較…</translation>
    </message>
    <message>
        <source>{title}: {count} differences. A click leads to the place of each.</source>
        <translation>{title}：{count} 處差異。點擊可到該處。</translation>
    </message>
    <message>
        <source>{title}: no difference. What was changed and changed back is none.</source>
        <translation>{title}：沒有差異。改動後又改回的不算。</translation>
    </message>
    <message>
        <source>This stands in no section of a report: it is shown here alone.</source>
        <translation>它不在報告的任何章節內，只在這裏顯示。</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel 活頁簿</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>儲存比較結果</translation>
    </message>
    <message>
        <source>Writing {file} …</source>
        <translation>正在產生 {file} …</translation>
    </message>
    <message>
        <source>✓ Saved: {path}</source>
        <translation>✓ 已儲存：{path}</translation>
    </message>
</context>
<context>
    <name>GridMenus</name>
    <message>
        <source>C&amp;ut</source>
        <translation>剪下(&amp;U)</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>複製(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼上(&amp;P)</translation>
    </message>
    <message>
        <source>F&amp;ill down</source>
        <translation>向下填滿(&amp;I)</translation>
    </message>
    <message>
        <source>Fill ri&amp;ght</source>
        <translation>向右填滿(&amp;G)</translation>
    </message>
</context>
<context>
    <name>HandInDialog</name>
    <message>
        <source>Hand in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Nobody has been asked for a share of this report yet.</source>
        <translation>這份報告尚未向任何部門徵集。</translation>
    </message>
    <message>
        <source>Came back: {reason}</source>
        <translation>退回：{reason}</translation>
    </message>
    <message>
        <source>Still to do: {count}. A click leads there.</source>
        <translation>尚要處理 {count} 項，點一下即到該處。</translation>
    </message>
    <message>
        <source>✓ Everything that was asked for is there.</source>
        <translation>✓ 要求填寫的內容均已齊全。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>Errors: {count}</source>
        <translation>錯誤 {count} 項</translation>
    </message>
    <message>
        <source>Doubts: {count}</source>
        <translation>疑問 {count} 項</translation>
    </message>
    <message>
        <source>{found}. They do not keep it from being handed in; the reviewer sees them, too.</source>
        <translation>{found}，不妨礙提交，審核人也會看到。</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>What is missing or came back</source>
        <translation>未填或退回的內容</translation>
    </message>
    <message>
        <source>Why the share is handed in though something is missing</source>
        <translation>內容不全仍要提交的原因</translation>
    </message>
    <message>
        <source>The answer is written into {folder}</source>
        <translation>答覆存到 {folder}</translation>
    </message>
    <message>
        <source>Another folder …</source>
        <translation>換一個資料夾…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>開啟郵件</translation>
    </message>
    <message>
        <source>Send what I have so far</source>
        <translation>先發已填好的部分</translation>
    </message>
    <message>
        <source>Writes an answer of what is filled in; the share is not handed in with it.</source>
        <translation>把已填好的部分存成一份答覆，不算提交。</translation>
    </message>
    <message>
        <source>Hand in again</source>
        <translation>重新提交</translation>
    </message>
    <message>
        <source>Where the answer is written</source>
        <translation>答覆存在哪裏</translation>
    </message>
    <message>
        <source>Items missing: {count}. Fill them in, or say why the share is handed in without them.</source>
        <translation>尚欠 {count} 項。請填好，或寫明不全仍要提交的原因。</translation>
    </message>
    <message>
        <source>✓ Answer written: {file} ({count} items). Mail it to {who}.</source>
        <translation>✓ 答覆已產生：{file}（{count} 項）。請以電郵發給{who}。</translation>
    </message>
    <message>
        <source>✓ Written so far: {file} ({count} items), not handed in yet. Mail it to {who}.</source>
        <translation>✓ 已填好的部分已存成 {file}（{count} 項），尚未提交。請以電郵發給{who}。</translation>
    </message>
    <message>
        <source>✓ Answer written: {file} ({count} items). The letter to {who} is ready beside it.</source>
        <translation>✓ 答覆已產生：{file}（{count} 項）。給{who}的郵件已備妥，就在旁邊。</translation>
    </message>
</context>
<context>
    <name>HandedIn</name>
    <message>
        <source>{count} of these values are handed in or approved already ({departments}). Whoever approved one has to approve it again. Change them all the same?</source>
        <translation>其中 {count} 個數值已提交或已批准（{departments}）。改動後，已批准的須重新審批。仍要改動嗎？</translation>
    </message>
    <message>
        <source>Handed in already</source>
        <translation>已經提交</translation>
    </message>
</context>
<context>
    <name>HappeningWords</name>
    <message>
        <source>Approvals fell, since the content was changed: {count}</source>
        <translation>內容改動，批准失效：{count} 項</translation>
    </message>
    <message>
        <source>Asked, due {words}</source>
        <translation>已徵集，{words} 截止</translation>
    </message>
    <message>
        <source>Due day changed to {words}</source>
        <translation>截止日改為 {words}</translation>
    </message>
    <message>
        <source>Guidance changed</source>
        <translation>修改了填報說明</translation>
    </message>
    <message>
        <source>Guidance or due day of items changed: {count}</source>
        <translation>修改了條目的說明或截止日：{count} 項</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已發出</translation>
    </message>
    <message>
        <source>Answer received</source>
        <translation>收到答覆</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Items returned: {count}</source>
        <translation>退回 {count} 項</translation>
    </message>
    <message>
        <source>Items approved: {count}</source>
        <translation>批准 {count} 項</translation>
    </message>
    <message>
        <source>Approvals withdrawn: {count}</source>
        <translation>撤回批准 {count} 項</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Annals compiles a company&apos;s annual CSR / ESG report. MIT licence. Qt is used under the LGPL.</source>
        <translation>Annals 用於編製企業年度社會責任 / ESG 報告。MIT 授權；Qt 按 LGPL 使用。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>It sends nothing to anybody: no telemetry, no reports, no look for updates. Reports of faults stay in %1 and hold no values.</source>
        <translation>它不向任何人傳送任何東西：沒有遙測，沒有自動上報，也不檢查更新。錯誤報告只儲存在 %1，不含任何數據。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import figures</source>
        <translation>匯入數據</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Rows of the sheet</source>
        <translation>表中各列</translation>
    </message>
    <message>
        <source>What columns and units mean</source>
        <translation>欄和單位的含義</translation>
    </message>
    <message>
        <source>Show what every column is taken for</source>
        <translation>顯示每一欄的含義</translation>
    </message>
    <message>
        <source>Replace values that are already there</source>
        <translation>取代已有的數值</translation>
    </message>
    <message>
        <source>Keep what cannot be read as it is written</source>
        <translation>無法識別的數值按原文儲存</translation>
    </message>
    <message>
        <source>Decimals as in the file</source>
        <translation>小數點按檔案所示</translation>
    </message>
    <message>
        <source>Decimal point: 1,234.5</source>
        <translation>小數點為點：1,234.5</translation>
    </message>
    <message>
        <source>Decimal comma: 1.234,5</source>
        <translation>小數點為逗號：1.234,5</translation>
    </message>
    <message>
        <source>What parts the decimals</source>
        <translation>小數點的寫法</translation>
    </message>
    <message>
        <source>Excel, OpenDocument or CSV; nothing is stored before you confirm.</source>
        <translation>支援 Excel、OpenDocument 和 CSV；確認之前不會寫入任何數值。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>檢查結果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格檔案</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>{rows} rows: {taken} taken, {near} to confirm, {none} without a metric. Values to store: {count}.</source>
        <translation>共 {rows} 列：匯入 {taken} 列，待確認 {near} 列，沒有對應指標 {none} 列。將寫入 {count} 個數值。</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>疑問</translation>
    </message>
    <message>
        <source>The file could not be read; nothing was stored.</source>
        <translation>檔案無法讀取；沒有寫入任何數值。</translation>
    </message>
</context>
<context>
    <name>ImportModel</name>
    <message>
        <source>Take</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Name in the sheet</source>
        <translation>表中名稱</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依據</translation>
    </message>
</context>
<context>
    <name>IndexCard</name>
    <message>
        <source>This index is made by the program from the disclosures of metrics and sections.</source>
        <translation>本索引由程式根據指標和章節的披露項目自動產生。</translation>
    </message>
    <message>
        <source>Explanations not touched since {report}: {codes}</source>
        <translation>未披露說明自{report}起未修改：{codes}</translation>
    </message>
    <message>
        <source>Not saved. Please try again.</source>
        <translation>未能儲存，請重試。</translation>
    </message>
</context>
<context>
    <name>IndexChoice</name>
    <message>
        <source>Further indices</source>
        <translation>另印索引</translation>
    </message>
    <message>
        <source>none but those of the outline</source>
        <translation>只印大綱中的索引</translation>
    </message>
</context>
<context>
    <name>InputWords</name>
    <message>
        <source>no value in {year}</source>
        <translation>{year} 年沒有數值</translation>
    </message>
</context>
<context>
    <name>IssueBar</name>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>關閉這則訊息</translation>
    </message>
    <message>
        <source>Tick issues first: Space, Shift or Ctrl and a click.</source>
        <translation>先勾選問題：按空格，或按住 Shift、Ctrl 點選</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已選 {count} 項</translation>
    </message>
    <message>
        <source>Take every tick away (Esc)</source>
        <translation>取消全部勾選（Esc）</translation>
    </message>
    <message>
        <source>Nothing of that kind is among the chosen ones.</source>
        <translation>所選的問題都不適用。</translation>
    </message>
    <message>
        <source>Still true</source>
        <translation>仍然屬實</translation>
    </message>
    <message>
        <source>Owner …</source>
        <translation>交給部門…</translation>
    </message>
    <message>
        <source>Accept with a remark …</source>
        <translation>接受並說明…</translation>
    </message>
    <message>
        <source>Open in the sheet</source>
        <translation>在填報表中開啟</translation>
    </message>
</context>
<context>
    <name>IssueDeeds</name>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>confirming {count} carried texts and lists</source>
        <translation>確認 {count} 處沿用的文字和記錄</translation>
    </message>
    <message>
        <source>Confirmed as still true: {count}</source>
        <translation>已確認仍然屬實：{count} 處</translation>
    </message>
</context>
<context>
    <name>IssueDetail</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>nobody’s</source>
        <translation>沒有負責部門</translation>
    </message>
    <message>
        <source>Take answer back</source>
        <translation>撤回答覆</translation>
    </message>
    <message>
        <source>Owner …</source>
        <translation>交給部門…</translation>
    </message>
    <message>
        <source>Change to “{words}”</source>
        <translation>改為「{words}」</translation>
    </message>
    <message>
        <source>Put these words in the place of those that the data contradict ({languages}), as one step.</source>
        <translation>把與數據不符的文字改成這樣（{languages}），撤銷時一步還原。</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>explanation of a contradiction</source>
        <translation>對矛盾的說明</translation>
    </message>
</context>
<context>
    <name>IssueFacets</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{facet}: {value}, {count}</source>
        <translation>{facet}：{value}，{count} 項</translation>
    </message>
    <message>
        <source>{words}, chosen</source>
        <translation>{words}，已選</translation>
    </message>
</context>
<context>
    <name>IssueModel</name>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>疑問</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待看</translation>
    </message>
</context>
<context>
    <name>IssuePanel</name>
    <message>
        <source>Whole report</source>
        <translation>整份報告</translation>
    </message>
    <message>
        <source>✓ No errors and no doubts here.</source>
        <translation>✓ 本節沒有錯誤，也沒有疑問。</translation>
    </message>
    <message>
        <source>Not checked yet …</source>
        <translation>尚未檢查…</translation>
    </message>
    <message>
        <source>Contradictions of the report: {count} open …</source>
        <translation>本報告的相互矛盾：{count} 處待處理…</translation>
    </message>
    <message>
        <source>Open issues</source>
        <translation>待處理問題</translation>
    </message>
</context>
<context>
    <name>IssueTreeModel</name>
    <message>
        <source>About</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>疑問</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待看</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未檢查</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>IssueWords</name>
    <message>
        <source>Contradictions</source>
        <translation>互相矛盾</translation>
    </message>
    <message>
        <source>Required and blank</source>
        <translation>必填未填</translation>
    </message>
    <message>
        <source>Still blank</source>
        <translation>還沒有填</translation>
    </message>
    <message>
        <source>Numbers in texts</source>
        <translation>文中引用的數字</translation>
    </message>
    <message>
        <source>Texts not written</source>
        <translation>文字未寫</translation>
    </message>
    <message>
        <source>Still last year&apos;s</source>
        <translation>仍是上年內容</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Far from other values</source>
        <translation>相差過大</translation>
    </message>
    <message>
        <source>Sums and figures</source>
        <translation>合計與計算</translation>
    </message>
    <message>
        <source>Unlikely values</source>
        <translation>數值存疑</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>口徑</translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation>其他語言</translation>
    </message>
    <message>
        <source>Index of a framework</source>
        <translation>披露索引</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>尚未批准</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐證</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Two statements about one fact that cannot both hold</source>
        <translation>同一事實的兩個說法不能都成立</translation>
    </message>
    <message>
        <source>Carried over from last year and not looked at since</source>
        <translation>從上年沿用，還沒有人看過</translation>
    </message>
    <message>
        <source>Above the alert level, or unlike comparable values</source>
        <translation>超過提示線，或與可比的數值相差很遠</translation>
    </message>
    <message>
        <source>Assumed, missing or no longer the one that was used</source>
        <translation>系統假定、缺少，或已與填報時不同</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>去填寫</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>去改寫</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Still true</source>
        <translation>仍然屬實</translation>
    </message>
    <message>
        <source>Accept …</source>
        <translation>接受並說明…</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>處理</translation>
    </message>
    <message>
        <source>Confirm …</source>
        <translation>確認口徑…</translation>
    </message>
    <message>
        <source>Name an owner …</source>
        <translation>指定部門…</translation>
    </message>
    <message>
        <source>Sort …</source>
        <translation>整理…</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>嚴重程度</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Group: {what}</source>
        <translation>按{what}分組</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>沒有負責部門</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>疑問</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待處理</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未檢查</translation>
    </message>
    <message>
        <source>Answered by a remark</source>
        <translation>已說明</translation>
    </message>
    <message>
        <source>{count} more go with them</source>
        <translation>另有 {count} 處隨之解決</translation>
    </message>
    <message>
        <source>nothing of last year&apos;s stands there</source>
        <translation>不是沿用的內容</translation>
    </message>
    <message>
        <source>only a change mends an error</source>
        <translation>錯誤只能改正</translation>
    </message>
    <message>
        <source>answered already</source>
        <translation>已經說明過</translation>
    </message>
    <message>
        <source>not about a value</source>
        <translation>不涉及數值</translation>
    </message>
    <message>
        <source>the report does not ask for it by itself</source>
        <translation>不是報告單獨徵集的內容</translation>
    </message>
    <message>
        <source>belongs to another department</source>
        <translation>由其他部門負責</translation>
    </message>
    <message>
        <source>has changed since it was checked</source>
        <translation>檢查之後又改過</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Left as they are: {count} ({reason}): {names}</source>
        <translation>未處理 {count} 項（{reason}）：{names}</translation>
    </message>
</context>
<context>
    <name>IssuesPage</name>
    <message>
        <source>Issues</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Group the issues</source>
        <translation>問題的分組方式</translation>
    </message>
    <message>
        <source>Filter the issues</source>
        <translation>篩選問題</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>Check again (F9)</source>
        <translation>重新檢查（F9）</translation>
    </message>
    <message>
        <source>Issues of the report</source>
        <translation>報告的問題</translation>
    </message>
    <message>
        <source>Which issues are shown</source>
        <translation>顯示哪些問題</translation>
    </message>
    <message>
        <source>Filter {count} issues</source>
        <translation>在 {count} 項中篩選</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Checked {time}: {errors} errors, {doubts} doubts</source>
        <translation>{time} 檢查完畢：{errors} 個錯誤，{doubts} 個疑問</translation>
    </message>
    <message>
        <source>Not checked yet. Everything that the report asks for is being checked …</source>
        <translation>尚未檢查。正在檢查報告的全部內容…</translation>
    </message>
    <message>
        <source>Checking {count} items …</source>
        <translation>正在檢查 {count} 項…</translation>
    </message>
    <message>
        <source>Checked {time}: of {count} items nothing is wrong and nothing doubtful.</source>
        <translation>{time} 檢查完畢：{count} 項中沒有錯誤，也沒有疑問。</translation>
    </message>
    <message>
        <source>Nothing with “{words}” among them.</source>
        <translation>其中沒有含「{words}」的問題。</translation>
    </message>
    <message>
        <source>Nothing of that kind.</source>
        <translation>沒有這樣的問題。</translation>
    </message>
    <message>
        <source>Show everything that is open</source>
        <translation>顯示全部待處理的問題</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>next field</source>
        <translation>下一個欄位</translation>
    </message>
    <message>
        <source>next field, in a grid the next cell</source>
        <translation>下一個欄位；在表格中為下一格</translation>
    </message>
    <message>
        <source>take back what was typed into the field</source>
        <translation>撤回本欄位剛輸入的內容</translation>
    </message>
    <message>
        <source>details of the value</source>
        <translation>查看數值詳情</translation>
    </message>
    <message>
        <source>clear the selected cells of a grid</source>
        <translation>清除表格中選取的格子</translation>
    </message>
    <message>
        <source>tick a department in the list of requests</source>
        <translation>在徵集情況中勾選部門</translation>
    </message>
    <message>
        <source>fill down</source>
        <translation>向下填滿</translation>
    </message>
    <message>
        <source>in the review: approve, return the chosen item</source>
        <translation>審核中：批准、退回目前條目</translation>
    </message>
    <message>
        <source>in the review and in lists: tick the chosen rows</source>
        <translation>審核和列表中：勾選所選的列</translation>
    </message>
    <message>
        <source>in the review: approve what is ticked</source>
        <translation>審核中：批准已勾選的條目</translation>
    </message>
    <message>
        <source>in the sheet: copy, cut, paste (Excel, WPS)</source>
        <translation>填報表：複製、剪下、貼上（Excel、WPS）</translation>
    </message>
    <message>
        <source>in the sheet: fill down, fill right</source>
        <translation>填報表：向下填滿、向右填滿</translation>
    </message>
    <message>
        <source>in the sheet: the same into all chosen cells</source>
        <translation>填報表：相同內容填入全部已選的格</translation>
    </message>
    <message>
        <source>in the sheet: why there is no value</source>
        <translation>填報表：選擇沒有數值的原因</translation>
    </message>
    <message>
        <source>in the sheet: note, method and source of the value</source>
        <translation>填報表：該數值的備註、方法和來源</translation>
    </message>
    <message>
        <source>in the sheet: filter row</source>
        <translation>填報表：篩選行</translation>
    </message>
    <message>
        <source>in the structure: move a part, another level</source>
        <translation>在結構中：移動，升降級</translation>
    </message>
    <message>
        <source>in the structure: something new after the chosen part</source>
        <translation>在結構中：在所選內容之後新增</translation>
    </message>
    <message>
        <source>in the structure: another name, remove</source>
        <translation>在結構中：改名，刪除</translation>
    </message>
    <message>
        <source>in the structure: new metric</source>
        <translation>在結構中：新指標</translation>
    </message>
    <message>
        <source>in the form of a metric: add, and begin the next one</source>
        <translation>在指標視窗中：新增並再建一個</translation>
    </message>
    <message>
        <source>put a number into a text</source>
        <translation>在文字中插入數字</translation>
    </message>
    <message>
        <source>in a table of a text: next cell, cell below</source>
        <translation>在正文的表格中：下一格、下方一格</translation>
    </message>
    <message>
        <source>in a table of a text: row or column there</source>
        <translation>在正文的表格中：向該方向插入列或欄</translation>
    </message>
    <message>
        <source>in a table of a text: delete row, column</source>
        <translation>在正文的表格中：刪除列、欄</translation>
    </message>
</context>
<context>
    <name>LengthLine</name>
    <message>
        <source>{count} words</source>
        <translation>{count} 詞</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source> (asked: {length})</source>
        <translation>（要求 {length}）</translation>
    </message>
    <message>
        <source> (usual: {length})</source>
        <translation>（一般 {length}）</translation>
    </message>
    <message>
        <source>, {missing} to go</source>
        <translation>，還差 {missing}</translation>
    </message>
    <message>
        <source>, {over} too many</source>
        <translation>，超出 {over}</translation>
    </message>
</context>
<context>
    <name>MakingFields</name>
    <message>
        <source>Measured</source>
        <translation>實測</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>統計方法</translation>
    </message>
    <message>
        <source>Measured or estimated</source>
        <translation>實測或估算</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>數據來源</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>統計截止日</translation>
    </message>
    <message>
        <source>There is no typed value here yet.</source>
        <translation>這裏還沒有填寫數值。</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write it like {example}.</source>
        <translation>「{text}」不是日期，請寫成 {example} 這樣。</translation>
    </message>
</context>
<context>
    <name>ManualViewer</name>
    <message>
        <source>Manual</source>
        <translation>使用手冊</translation>
    </message>
    <message>
        <source>Back (Alt+←)</source>
        <translation>後退（Alt+←）</translation>
    </message>
    <message>
        <source>Forward (Alt+→)</source>
        <translation>前進（Alt+→）</translation>
    </message>
    <message>
        <source>Search the manual (Ctrl+F)</source>
        <translation>在手冊中尋找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>在手冊中尋找</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>手冊內容</translation>
    </message>
    <message>
        <source>The manual says nothing of “{words}”.</source>
        <translation>手冊中沒有找到「{words}」。</translation>
    </message>
    <message>
        <source>Show all contents</source>
        <translation>顯示全部目錄</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Also in this section: {names}</source>
        <translation>同在這一節：{names}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Collect</source>
        <translation>徵集(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>報告(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Answers</source>
        <translation>收取答覆</translation>
    </message>
    <message>
        <source>Answers and filled forms</source>
        <translation>答覆和填好的填報表</translation>
    </message>
    <message>
        <source>Choose files that came back, or drop them here. Nothing is stored yet.</source>
        <translation>請選擇發回的檔案，或拖到這裏。此時不會存入任何內容。</translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation>加入檔案…</translation>
    </message>
    <message>
        <source>Keep ours everywhere</source>
        <translation>全部保留這裏的</translation>
    </message>
    <message>
        <source>Take theirs everywhere</source>
        <translation>全部採用答覆的</translation>
    </message>
    <message>
        <source>Another key …</source>
        <translation>密鑰不同…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Write replies to mail back, into a folder …</source>
        <translation>產生回條以便發回，存到資料夾…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>收下</translation>
    </message>
    <message>
        <source>Answers and forms</source>
        <translation>答覆和填報表</translation>
    </message>
    <message>
        <source>Files that came back</source>
        <translation>發回的檔案</translation>
    </message>
    <message>
        <source>Reading: {done} of {count} …</source>
        <translation>正在讀取：{done} / {count} …</translation>
    </message>
    <message>
        <source>Take {count}</source>
        <translation>收下 {count} 項</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>尚未存入任何內容。</translation>
    </message>
    <message>
        <source>{count} conflicts are not decided: there what stands here stays, and is asked again later.</source>
        <translation>有 {count} 處衝突未裁定：這些地方保留這裏的內容，以後可再裁定。</translation>
    </message>
    <message>
        <source>Where replies are written</source>
        <translation>回條存在哪裏</translation>
    </message>
    <message>
        <source>Write replies to mail back, into {folder}</source>
        <translation>產生回條以便發回，存到 {folder}</translation>
    </message>
    <message>
        <source>✓ Taken: {count} items (merge {numbers}). Undo takes them back.</source>
        <translation>✓ 已收下 {count} 項（編號 {numbers}）。可用「復原」收回。</translation>
    </message>
    <message>
        <source>Replies written: {count}.</source>
        <translation>已產生 {count} 份回條。</translation>
    </message>
</context>
<context>
    <name>MergeList</name>
    <message>
        <source>What the files bring</source>
        <translation>檔案帶來的內容</translation>
    </message>
    <message>
        <source>taken: {count}</source>
        <translation>收下 {count} 項</translation>
    </message>
    <message>
        <source>the same: {count}</source>
        <translation>相同 {count} 項</translation>
    </message>
    <message>
        <source>to decide: {count}</source>
        <translation>待裁定 {count} 項</translation>
    </message>
    <message>
        <source>refused: {count}</source>
        <translation>未收下 {count} 項</translation>
    </message>
    <message>
        <source>not handed in yet</source>
        <translation>尚未提交</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待裁定</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未收下</translation>
    </message>
    <message>
        <source>Errors and doubts in what is taken</source>
        <translation>收下內容中的錯誤和疑問</translation>
    </message>
    <message>
        <source>Approvals that fall</source>
        <translation>失效的批准</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>收下</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>✓ written from both</source>
        <translation>✓ 綜合兩邊</translation>
    </message>
    <message>
        <source>✓ what stands here</source>
        <translation>✓ 保留這裏的</translation>
    </message>
    <message>
        <source>✓ the answer&apos;s</source>
        <translation>✓ 採用答覆的</translation>
    </message>
    <message>
        <source>≠ not decided yet</source>
        <translation>≠ 未裁定</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>answers of {file}</source>
        <translation>收取答覆：{file}</translation>
    </message>
    <message>
        <source>Taken in as import {number}: {file}</source>
        <translation>已收下，編號為匯入 {number}：{file}</translation>
    </message>
    <message>
        <source>Import of {file}</source>
        <translation>匯入 {file}</translation>
    </message>
    <message>
        <source>Taken back, but for {count} that were changed or approved since.</source>
        <translation>已撤回，但有 {count} 項之後又改動或批准過，保持不變。</translation>
    </message>
</context>
<context>
    <name>MetricDialog</name>
    <message>
        <source>New metric</source>
        <translation>新指標</translation>
    </message>
    <message>
        <source>Change metric</source>
        <translation>修改指標</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add and next</source>
        <translation>新增並再建一個</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Remove from the catalogue …</source>
        <translation>從指標庫刪除…</translation>
    </message>
    <message>
        <source>In the catalogue; it can be placed in a section later.</source>
        <translation>加入指標庫，以後可放進章節。</translation>
    </message>
    <message>
        <source>Goes into “{section}”</source>
        <translation>加入「{section}」</translation>
    </message>
    <message>
        <source>Needed by: {names}</source>
        <translation>用到它的：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Names in other languages can follow later.</source>
        <translation>其他語言的名稱可以以後補。</translation>
    </message>
    <message>
        <source>Much alike, click to use it instead: {names}</source>
        <translation>已有相近的指標，可按一下改用：{names}</translation>
    </message>
    <message>
        <source>place “{name}”</source>
        <translation>放入「{name}」</translation>
    </message>
    <message>
        <source>remove metric “{name}”</source>
        <translation>刪除指標「{name}」</translation>
    </message>
    <message>
        <source>“{name}” goes from all reports. Its {count} values stay in the workspace.</source>
        <translation>「{name}」將從所有報告中刪除。它的 {count} 個數值仍留在工作區裡。</translation>
    </message>
    <message>
        <source>Yes, remove it</source>
        <translation>是，刪除</translation>
    </message>
    <message>
        <source>change metric “{name}”</source>
        <translation>修改指標「{name}」</translation>
    </message>
    <message>
        <source>new metric “{name}”</source>
        <translation>新增指標「{name}」</translation>
    </message>
</context>
<context>
    <name>MetricFields</name>
    <message>
        <source>Whole numbers</source>
        <translation>只填整數</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>填報</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Total of metrics</source>
        <translation>指標合計</translation>
    </message>
    <message>
        <source>Members add up</source>
        <translation>各項相加等於總數</translation>
    </message>
    <message>
        <source>Evidence required</source>
        <translation>須附憑證</translation>
    </message>
    <message>
        <source>Over the year</source>
        <translation>全年累計</translation>
    </message>
    <message>
        <source>At the end of the year</source>
        <translation>年末時點</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>歷年累計</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>時點</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Total of</source>
        <translation>合計自</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Breakdowns</source>
        <translation>細分</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>披露項</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>口徑</translation>
    </message>
    <message>
        <source>Ask from a change of</source>
        <translation>變動超過此數時提問</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Ask from a change of … per cent</source>
        <translation>變動超過百分之幾時提問</translation>
    </message>
    <message>
        <source>What is counted, when, and what is left out</source>
        <translation>統計範圍、時點或期間，以及不包括甚麼</translation>
    </message>
    <message>
        <source>Find a metric to add up</source>
        <translation>查找要相加的指標</translation>
    </message>
    <message>
        <source>Add a breakdown</source>
        <translation>加細分</translation>
    </message>
    <message>
        <source>Add a disclosure</source>
        <translation>加披露項</translation>
    </message>
    <message>
        <source>also typed as {units}</source>
        <translation>也可填 {units}，自動換算</translation>
    </message>
</context>
<context>
    <name>MetricNotes</name>
    <message>
        <source>Change in its form …</source>
        <translation>在表單中修改…</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>被以下項用到</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>所在章節</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Values in all years: {count}</source>
        <translation>各年數值：{count} 個</translation>
    </message>
</context>
<context>
    <name>MetricPasting</name>
    <message>
        <source>There is nothing on the clipboard that could be pasted.</source>
        <translation>剪貼簿上沒有可以貼上的內容。</translation>
    </message>
    <message>
        <source>new metrics: {names}</source>
        <translation>新增指標：{names}</translation>
    </message>
    <message>
        <source>New metrics: {count} of {all} lines</source>
        <translation>新增指標：{all} 列中的 {count} 個</translation>
    </message>
</context>
<context>
    <name>MetricWords</name>
    <message>
        <source>Name ({language})</source>
        <translation>名稱（{language}）</translation>
    </message>
    <message>
        <source>Definition ({language})</source>
        <translation>口徑（{language}）</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Decimals and scale</source>
        <translation>小數位與數量級</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>時點</translation>
    </message>
    <message>
        <source>Broken down by</source>
        <translation>細分</translation>
    </message>
    <message>
        <source>Adds up over</source>
        <translation>可相加的維度</translation>
    </message>
    <message>
        <source>Total of</source>
        <translation>合計自</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>披露項</translation>
    </message>
    <message>
        <source>Source of the definition</source>
        <translation>口徑來源</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Ask from a change of (%)</source>
        <translation>變動超過多少即詢問（%）</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>證明檔案</translation>
    </message>
    <message>
        <source>Must be filled in</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始年</translation>
    </message>
    <message>
        <source>Editor&apos;s note</source>
        <translation>編輯備註</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>所在章節</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Whole numbers</source>
        <translation>整數</translation>
    </message>
    <message>
        <source>Percentages</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Over the year</source>
        <translation>全年累計</translation>
    </message>
    <message>
        <source>At the end of the year</source>
        <translation>年末時點</translation>
    </message>
    <message>
        <source>From the beginning on</source>
        <translation>歷年累計</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>主體</translation>
    </message>
    <message>
        <source>Alt+↓ lists how it can be counted</source>
        <translation>Alt+↓ 列出可選的時點</translation>
    </message>
    <message>
        <source>Breakdowns with commas between; + for those taken together</source>
        <translation>各細分之間用逗號；交叉的用 + 連接</translation>
    </message>
    <message>
        <source>Framework: its codes with commas; a semicolon before the next one</source>
        <translation>框架：披露項編號用逗號隔開；下一個框架前用分號</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>The name of a unit; Alt+↓ lists them</source>
        <translation>寫單位名稱；Alt+↓ 列出全部單位</translation>
    </message>
    <message>
        <source>Alt+↓ lists the kinds; what is in percent is a percentage</source>
        <translation>Alt+↓ 列出種類；單位為 % 的即為百分比</translation>
    </message>
    <message>
        <source>Such as 0.00, 万 0.0 or million; blank: as it is kept</source>
        <translation>如 0.00、萬 0.0、億；留空即按原單位</translation>
    </message>
    <message>
        <source>The name of a department; Alt+↓ lists them</source>
        <translation>寫部門名稱；Alt+↓ 列出全部部門</translation>
    </message>
    <message>
        <source>Breakdowns whose members add up to the whole, with commas; the years, the entities</source>
        <translation>各項相加等於總數的細分，用逗號隔開；也可寫年度、主體</translation>
    </message>
    <message>
        <source>The metrics whose sum a typed value has to be, with commas between them</source>
        <translation>填報的數值應等於哪些指標之和，用逗號隔開</translation>
    </message>
    <message>
        <source>Metrics in brackets, found by [ and their name or initials</source>
        <translation>指標寫在方括號裏：輸入 [ 後按名稱或拼音首字母查找</translation>
    </message>
    <message>
        <source>In the metric&apos;s unit</source>
        <translation>以指標的單位計</translation>
    </message>
    <message>
        <source>The first year with values</source>
        <translation>最早有數值的年份</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>選項</translation>
    </message>
</context>
<context>
    <name>MyReturns</name>
    <message>
        <source>Came back: {count}</source>
        <translation>退回 {count} 項</translation>
    </message>
    <message>
        <source>Asked of you: {count}</source>
        <translation>待答覆的提問 {count} 條</translation>
    </message>
    <message>
        <source>without words</source>
        <translation>沒有寫明原因</translation>
    </message>
    <message>
        <source>The whole share</source>
        <translation>全部內容</translation>
    </message>
    <message>
        <source>{now} (last year {last})</source>
        <translation>{now}（上年 {last}）</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答覆</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>去修改</translation>
    </message>
</context>
<context>
    <name>MySide</name>
    <message>
        <source>Before handing in: {count}</source>
        <translation>提交前還差 {count} 項</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>沒有缺項</translation>
    </message>
    <message>
        <source>It lists what is missing; a share that is not whole is handed in with the reason.</source>
        <translation>按下會列出還差甚麼；未填齊亦可提交，但須寫明原因。</translation>
    </message>
    <message>
        <source>No file yet. Drop one on a row of the list.</source>
        <translation>尚未有檔案。可將檔案拖到列表的某一行上。</translation>
    </message>
    <message>
        <source>The editor says</source>
        <translation>編輯的說明</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>已附的佐證</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>同部門的人</translation>
    </message>
    <message>
        <source>Handed in …</source>
        <translation>已提交…</translation>
    </message>
    <message>
        <source>Hand in …</source>
        <translation>提交…</translation>
    </message>
    <message>
        <source>Hand in again …</source>
        <translation>重新提交…</translation>
    </message>
    <message>
        <source>Pass on …</source>
        <translation>轉交同事…</translation>
    </message>
    <message>
        <source>Values without an answer</source>
        <translation>未填的數值</translation>
    </message>
    <message>
        <source>Texts not written</source>
        <translation>未寫的文字</translation>
    </message>
    <message>
        <source>Lists without a record</source>
        <translation>沒有記錄的清單</translation>
    </message>
    <message>
        <source>Last year&apos;s words, untouched</source>
        <translation>沿用上年、尚未修改的內容</translation>
    </message>
    <message>
        <source>Came back, not changed yet</source>
        <translation>退回後尚未修改</translation>
    </message>
    <message>
        <source>Errors (not in the way)</source>
        <translation>錯誤（不妨礙提交）</translation>
    </message>
    <message>
        <source>Doubts (not in the way)</source>
        <translation>疑問（不妨礙提交）</translation>
    </message>
    <message>
        <source>Nothing for the whole share.</source>
        <translation>沒有統一說明。</translation>
    </message>
    <message>
        <source>Nobody else of the department is listed.</source>
        <translation>人員名單上沒有同部門的其他人。</translation>
    </message>
</context>
<context>
    <name>MyStrip</name>
    <message>
        <source>Hand in again …</source>
        <translation>重新提交…</translation>
    </message>
    <message>
        <source>Hand in …</source>
        <translation>提交…</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>開啟郵件</translation>
    </message>
    <message>
        <source>Go on: {name}</source>
        <translation>繼續：{name}</translation>
    </message>
</context>
<context>
    <name>MyWords</name>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>records: {count}</source>
        <translation>{count} 條</translation>
    </message>
    <message>
        <source>Asked: {words}</source>
        <translation>有提問：{words}</translation>
    </message>
    <message>
        <source>Changed or answered since it came back.</source>
        <translation>退回後已修改或答覆。</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day}截止</translation>
    </message>
    <message>
        <source>passed on to {name}</source>
        <translation>已轉交{name}</translation>
    </message>
    <message>
        <source>{open} to go, to be handed in by {due}</source>
        <translation>還差 {open} 項，{due}前提交</translation>
    </message>
    <message>
        <source>{open} to go; they were due on {due}</source>
        <translation>還差 {open} 項，已過 {due}的截止日</translation>
    </message>
    <message>
        <source>All done: hand it in again</source>
        <translation>已全部修改，可以重新提交</translation>
    </message>
    <message>
        <source>All {count} answered: hand it in</source>
        <translation>{count} 項均已填妥，可以提交</translation>
    </message>
    <message>
        <source>Handed in: mail the answer to {who}</source>
        <translation>已提交，請把答覆用電郵發給{who}</translation>
    </message>
    <message>
        <source>Handed in: mail the answer</source>
        <translation>已提交，請把答覆用電郵發出</translation>
    </message>
    <message>
        <source>Handed in: nothing is to do now</source>
        <translation>已提交，現時沒有要做的</translation>
    </message>
    <message>
        <source>Changed since it was handed in: {changed}. Hand it in again</source>
        <translation>提交後又改了 {changed} 項，請重新提交</translation>
    </message>
    <message>
        <source>Approved: all {count}</source>
        <translation>{count} 項已全部批准</translation>
    </message>
    <message>
        <source>answered {answered} of {count}</source>
        <translation>已答 {answered} / {count} 項</translation>
    </message>
    <message>
        <source>{count} of them not disclosed</source>
        <translation>其中 {count} 項不披露</translation>
    </message>
    <message>
        <source>asked by {who} on {day}</source>
        <translation>{who}於 {day}發出</translation>
    </message>
    <message>
        <source>handed in by {who} on {day}</source>
        <translation>{who}於 {day}提交</translation>
    </message>
    <message>
        <source>a change takes the approval of its item away</source>
        <translation>再改哪一項，該項的批准即告作廢</translation>
    </message>
    <message>
        <source>a reviewer looks at it; what comes back stands here</source>
        <translation>審核人正在看，退回的會列在這裏</translation>
    </message>
    <message>
        <source>the answer is a file: nobody has it before it is mailed; what comes back is another pack</source>
        <translation>答覆是一個檔案，發出電郵後對方才會收到；退回的內容會隨下一個填報包到來</translation>
    </message>
    <message>
        <source>days late: {count}</source>
        <translation>已逾期 {count} 天</translation>
    </message>
    <message>
        <source>days left: {count}</source>
        <translation>還有 {count} 天</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天截止</translation>
    </message>
</context>
<context>
    <name>MyWorkModel</name>
    <message>
        <source>Item</source>
        <translation>要填的內容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>{section}: {done} of {count} done</source>
        <translation>{section}：已完成 {done} / {count} 項</translation>
    </message>
</context>
<context>
    <name>MyWorkPage</name>
    <message>
        <source>My work</source>
        <translation>我的工作</translation>
    </message>
    <message>
        <source>Open in the sheet</source>
        <translation>在填報表中開啟</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>顯示哪些項</translation>
    </message>
    <message>
        <source>What is asked of me</source>
        <translation>要我填的內容</translation>
    </message>
    <message>
        <source>Show all sections</source>
        <translation>看全部章節</translation>
    </message>
    <message>
        <source>Looking for what is asked of you …</source>
        <translation>正在查找要您填的內容…</translation>
    </message>
    <message>
        <source>Nobody has asked your department for anything in this report yet. The editor asks it under “Requests”; until then you may fill in what is yours in the sections.</source>
        <translation>這份報告尚未向您的部門徵集內容。徵集由編輯在「徵集情況」中發出；在此之前，您亦可在章節中填寫由本部門負責的內容。</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count} 項</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>未完成 {count} 項</translation>
    </message>
    <message>
        <source>Mine {count}</source>
        <translation>由我填的 {count} 項</translation>
    </message>
</context>
<context>
    <name>NameDelegate</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
</context>
<context>
    <name>NewWorkspaceDialog</name>
    <message>
        <source>New workspace</source>
        <translation>新建工作區</translation>
    </message>
    <message>
        <source>What it begins with</source>
        <translation>從甚麼開始</translation>
    </message>
    <message>
        <source>The reports of a listed internet company, to look around in or to change.</source>
        <translation>一家上市互聯網公司的報告，可以瀏覽，也可以改成自己的。</translation>
    </message>
    <message>
        <source>A catalogue as an Excel workbook, written from another workspace or filled in by hand.</source>
        <translation>Excel 活頁簿形式的指標庫，從別的工作區匯出，或自己填寫。</translation>
    </message>
    <message>
        <source>The catalogue of the sample</source>
        <translation>示例公司的指標庫</translation>
    </message>
    <message>
        <source>A workbook of one&apos;s own …</source>
        <translation>自己的活頁簿…</translation>
    </message>
    <message>
        <source>Can follow later</source>
        <translation>可以以後再填</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Where it is kept …</source>
        <translation>選擇存放位置…</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>One language is enough: names and headings are asked for in those that are ticked.</source>
        <translation>一種語言就夠：名稱和標題只要求填寫勾選的語言。</translation>
    </message>
    <message>
        <source>What it begins with; everything can be changed later.</source>
        <translation>選擇從甚麼開始，以後都可以改。</translation>
    </message>
    <message>
        <source>Choose at least one language.</source>
        <translation>請至少選擇一種語言。</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel 活頁簿</translation>
    </message>
    <message>
        <source>The catalogue&apos;s workbook</source>
        <translation>指標庫活頁簿</translation>
    </message>
</context>
<context>
    <name>NewerDefinitionsDialog</name>
    <message>
        <source>Newer definitions</source>
        <translation>更新指標庫</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比較…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The workspace has the definitions of this version of Annals.</source>
        <translation>工作區的指標庫與此版 Annals 的一致，沒有需要更新的內容。</translation>
    </message>
    <message>
        <source>What is ticked comes in, in one step that can be undone; no value is touched. What you have changed yourself stays unless you tick it.</source>
        <translation>勾選的內容一次併入，可以一步撤銷；已填的數值不受影響。您自己改過的內容，除非勾選，一律保留。</translation>
    </message>
    <message>
        <source>It is not known which version of Annals this workspace was made with: only what is new is ticked.</source>
        <translation>不知道此工作區由哪一版 Annals 建立，因此只勾選了新增的內容。</translation>
    </message>
    <message>
        <source>To decide {count}</source>
        <translation>待決定 {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>Take {count} changes</source>
        <translation>採用 {count} 處</translation>
    </message>
    <message>
        <source>Taking …</source>
        <translation>正在併入…</translation>
    </message>
</context>
<context>
    <name>NewerLine</name>
    <message>
        <source>Look at them …</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暫不</translation>
    </message>
    <message>
        <source>The line stays away until Annals brings other definitions.</source>
        <translation>在 Annals 帶來下一版指標庫之前，不再提示。</translation>
    </message>
    <message>
        <source>This version of Annals has newer definitions: {count} changes.</source>
        <translation>此版 Annals 帶來新的指標庫：{count} 處更新。</translation>
    </message>
    <message>
        <source>{count} more to decide yourself.</source>
        <translation>另有 {count} 處由您決定。</translation>
    </message>
</context>
<context>
    <name>NewsWords</name>
    <message>
        <source>{name}: words changed</source>
        <translation>{name}：內容有改動</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>沒有負責部門</translation>
    </message>
    <message>
        <source>{count} asked: {department}</source>
        <translation>向 {count} 個部門徵集：{department}</translation>
    </message>
    <message>
        <source>{department} handed in</source>
        <translation>{department}已提交</translation>
    </message>
    <message>
        <source>{department}: handing in taken back</source>
        <translation>{department}的提交已撤回</translation>
    </message>
    <message>
        <source>{department} returned</source>
        <translation>{department}被整份退回</translation>
    </message>
    <message>
        <source>{department}: {count} items returned</source>
        <translation>退回{department} {count} 項</translation>
    </message>
    <message>
        <source>{department}: {count} items approved</source>
        <translation>批准{department} {count} 項</translation>
    </message>
    <message>
        <source>{department}: approvals fell or withdrawn: {count}</source>
        <translation>{department} {count} 項批准失效或撤回</translation>
    </message>
    <message>
        <source>{department}: {count} items changed</source>
        <translation>{department}改動 {count} 項</translation>
    </message>
</context>
<context>
    <name>NextYearDialog</name>
    <message>
        <source>New report</source>
        <translation>新報告</translation>
    </message>
    <message>
        <source>From a report in Word …</source>
        <translation>從 Word 報告開始…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Begin report</source>
        <translation>建立報告</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>沿用自</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>報告代碼</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Word files</source>
        <translation>Word 檔案</translation>
    </message>
    <message>
        <source>Report in Word</source>
        <translation>Word 報告</translation>
    </message>
    <message>
        <source>The report was not begun; nothing was changed.</source>
        <translation>報告未能建立，沒有作任何更改。</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Note of before</source>
        <translation>舊備註</translation>
    </message>
    <message>
        <source>Footnote (printed)</source>
        <translation>腳註（印出）</translation>
    </message>
    <message>
        <source>Note (internal)</source>
        <translation>備註（內部）</translation>
    </message>
    <message>
        <source>Answer to the doubt</source>
        <translation>答覆疑問</translation>
    </message>
</context>
<context>
    <name>NumberList</name>
    <message>
        <source>Name, value, unit, section or pinyin initials</source>
        <translation>名稱、數值、單位、章節或拼音首字母</translation>
    </message>
    <message>
        <source>Number to put in</source>
        <translation>要插入的數字</translation>
    </message>
    <message>
        <source>Numbers found</source>
        <translation>找到的數字</translation>
    </message>
    <message>
        <source>Company’s full name</source>
        <translation>公司全稱</translation>
    </message>
    <message>
        <source>Company’s short name</source>
        <translation>公司簡稱</translation>
    </message>
    <message>
        <source>Stock code</source>
        <translation>股份代號</translation>
    </message>
    <message>
        <source>Company’s website</source>
        <translation>公司網址</translation>
    </message>
    <message>
        <source>Company’s email</source>
        <translation>公司電郵</translation>
    </message>
    <message>
        <source>Company’s address</source>
        <translation>公司地址</translation>
    </message>
    <message>
        <source>Company’s telephone</source>
        <translation>公司電話</translation>
    </message>
    <message>
        <source>Company’s contact</source>
        <translation>公司聯絡人</translation>
    </message>
    <message>
        <source>↵ put in   Tab choose how it is shown   Esc back   { again: the sign itself</source>
        <translation>↵ 插入&#x3000;Tab 選格式&#x3000;Esc 返回&#x3000;再按 { 輸入符號本身</translation>
    </message>
    <message>
        <source>Nothing found for “{query}”.</source>
        <translation>沒有找到「{query}」。</translation>
    </message>
    <message>
        <source>Try a name, a code, a unit, a section or pinyin initials.</source>
        <translation>試試名稱、編碼、單位、章節或拼音首字母。</translation>
    </message>
    <message>
        <source>Year of the report</source>
        <translation>報告年度</translation>
    </message>
    <message>
        <source>Year of the report by its last day</source>
        <translation>報告年度（以最後一天表示）</translation>
    </message>
</context>
<context>
    <name>NumberRows</name>
    <message>
        <source>no value yet</source>
        <translation>未填</translation>
    </message>
</context>
<context>
    <name>OldNotesDialog</name>
    <message>
        <source>Sort old notes</source>
        <translation>舊備註歸類</translation>
    </message>
    <message>
        <source>Notes to sort</source>
        <translation>待歸類的備註</translation>
    </message>
    <message>
        <source>All printed</source>
        <translation>全部印作腳註</translation>
    </message>
    <message>
        <source>All internal</source>
        <translation>全部留作內部</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>These notes were written when footnote and note were one field, and are printed until they are sorted. Tick what each becomes (space: in all chosen rows). A footnote is printed, a note never is; the answer to a doubt keeps your name and the date.</source>
        <translation>這些備註寫於腳註與備註分開之前，歸類前仍照舊印出。請勾選各自改作甚麼（空白鍵：所選各行一起勾選）。腳註會印出，備註不印；答覆疑問時記下您的姓名和日期。</translation>
    </message>
    <message>
        <source>{count} of {all} ticked</source>
        <translation>已勾選 {count} / {all}</translation>
    </message>
    <message>
        <source>Sort {count} notes</source>
        <translation>歸類 {count} 條</translation>
    </message>
    <message>
        <source>sorting of old notes</source>
        <translation>舊備註歸類</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening {name} …</source>
        <translation>正在開啟 {name} …</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>{filled} of {asked} filled in, errors: {errors}, doubts: {doubts}</source>
        <translation>已填 {filled} / {asked}，錯誤 {errors}，疑問 {doubts}</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>正在檢查</translation>
    </message>
    <message>
        <source>to be looked at again: {count}</source>
        <translation>須跟進：{count}</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Filter sections</source>
        <translation>篩選章節</translation>
    </message>
    <message>
        <source>Only sections with follow-up marks</source>
        <translation>只看有跟進標記的章節</translation>
    </message>
    <message>
        <source>Outline of the report</source>
        <translation>報告大綱</translation>
    </message>
    <message>
        <source>No section is called so or asks such a department. Ctrl+K finds the rest.</source>
        <translation>沒有這樣名稱的小節，也沒有由這樣的部門填報的小節。按 Ctrl+K 可查找其餘內容。</translation>
    </message>
</context>
<context>
    <name>OverviewLists</name>
    <message>
        <source>Frameworks</source>
        <translation>框架覆蓋</translation>
    </message>
    <message>
        <source>answered / all</source>
        <translation>已回應 / 全部</translation>
    </message>
    <message>
        <source>All disclosures …</source>
        <translation>逐條查看…</translation>
    </message>
    <message>
        <source>The catalogue knows no framework.</source>
        <translation>指標庫中沒有披露框架。</translation>
    </message>
    <message>
        <source>The report follows it.</source>
        <translation>本報告採用。</translation>
    </message>
    <message>
        <source>No statements contradict each other.</source>
        <translation>沒有互相矛盾的說法。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Open contradictions</source>
        <translation>未決矛盾</translation>
    </message>
    <message>
        <source>Settle …</source>
        <translation>去處理…</translation>
    </message>
    <message>
        <source>{said}; {count} more</source>
        <translation>{said}；另有 {count} 處</translation>
    </message>
    <message>
        <source>Latest changes</source>
        <translation>最近改動</translation>
    </message>
    <message>
        <source>Nothing was changed in this report yet.</source>
        <translation>本報告還沒有改動。</translation>
    </message>
    <message>
        <source>Since your last visit, {when}</source>
        <translation>上次查看（{when}）以來</translation>
    </message>
    <message>
        <source>Nothing has changed since.</source>
        <translation>此後沒有改動。</translation>
    </message>
    <message>
        <source>Compare …</source>
        <translation>比較…</translation>
    </message>
</context>
<context>
    <name>OverviewModel</name>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>People</source>
        <translation>填報人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Owned by nobody</source>
        <translation>尚無人負責</translation>
    </message>
    <message>
        <source>{department}, {chapter}</source>
        <translation>{department}，{chapter}</translation>
    </message>
    <message>
        <source>{place}: nothing</source>
        <translation>{place}：沒有要填的</translation>
    </message>
    <message>
        <source>{place}: {counts}, {state}</source>
        <translation>{place}：{counts}，{state}</translation>
    </message>
    <message>
        <source>{answered} of {asked}</source>
        <translation>已填 {answered} 項，共 {asked} 項</translation>
    </message>
    <message>
        <source>{counts}, {omitted} not disclosed</source>
        <translation>{counts}，另有 {omitted} 項不披露</translation>
    </message>
    <message>
        <source>{department}: no contact</source>
        <translation>{department}：沒有聯絡人</translation>
    </message>
    <message>
        <source>{department}, due {day}</source>
        <translation>{department}，{day} 截止</translation>
    </message>
    <message>
        <source>{department}: {counts}</source>
        <translation>{department}：{counts}</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>總覽</translation>
    </message>
    <message>
        <source>Export draft …</source>
        <translation>匯出草稿…</translation>
    </message>
    <message>
        <source>Departments by chapters</source>
        <translation>部門 × 章節</translation>
    </message>
    <message>
        <source>This report asks for nothing yet.</source>
        <translation>本報告還沒有要填的內容。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Nobody has been asked yet: the cells say what each department owns.</source>
        <translation>尚未向部門徵集：格內是各部門負責的內容。</translation>
    </message>
    <message>
        <source>answered / asked; a click leads into the sheet</source>
        <translation>格內為 已填 / 要填；按格子進入填報表</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>Due day …</source>
        <translation>截止日期…</translation>
    </message>
    <message>
        <source>Ask …</source>
        <translation>發起徵集…</translation>
    </message>
    <message>
        <source>Remind {count} department …</source>
        <translation>催辦 {count} 個部門…</translation>
    </message>
    <message>
        <source>Remind {count} departments …</source>
        <translation>催辦 {count} 個部門…</translation>
    </message>
    <message>
        <source>Remind …</source>
        <translation>催辦…</translation>
    </message>
    <message>
        <source>No department owns anything in this report.</source>
        <translation>本報告沒有任何內容歸部門負責。</translation>
    </message>
    <message>
        <source>Nothing is late or open.</source>
        <translation>沒有逾期或未完成的部門。</translation>
    </message>
</context>
<context>
    <name>OwnShare</name>
    <message>
        <source>handing in</source>
        <translation>提交</translation>
    </message>
</context>
<context>
    <name>OwnWork</name>
    <message>
        <source>Nothing is open any more: hand in with Ctrl+Shift+Enter.</source>
        <translation>已沒有未完成的項，可按 Ctrl+Shift+Enter 提交。</translation>
    </message>
    <message>
        <source>Nothing is open in this report.</source>
        <translation>這份報告沒有未填的內容。</translation>
    </message>
</context>
<context>
    <name>OwnWorking</name>
    <message>
        <source>Nobody asks you for a department&apos;s share here.</source>
        <translation>這裏沒有要您代表部門填報的內容。</translation>
    </message>
</context>
<context>
    <name>OwnerDialog</name>
    <message>
        <source>Change the owner</source>
        <translation>更換負責部門</translation>
    </message>
    <message>
        <source>Choose a department</source>
        <translation>選擇部門</translation>
    </message>
    <message>
        <source>Kept in the history</source>
        <translation>保留在歷史記錄中</translation>
    </message>
    <message>
        <source>What belongs to another department then</source>
        <translation>將由其他部門負責的條目</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>新的負責部門</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Items: {count}</source>
        <translation>條目 {count}</translation>
    </message>
    <message>
        <source>The owner is named in the definitions, at the metric or at the part of the report. What stands at the same place goes along.</source>
        <translation>負責部門寫在指標庫中，寫在指標上，或寫在報告的部分上；同處的內容會一併更換。</translation>
    </message>
    <message>
        <source>Choose a department.</source>
        <translation>請選擇部門。</translation>
    </message>
    <message>
        <source>Working out what goes along …</source>
        <translation>正在查看會一併更換的內容…</translation>
    </message>
    <message>
        <source>Items that belong to another department then: {count}, going along: {along}.</source>
        <translation>將有 {count} 項由其他部門負責，其中 {along} 項是一併更換的。</translation>
    </message>
    <message>
        <source>They belong to this department already.</source>
        <translation>這些條目已由該部門負責。</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>無人</translation>
    </message>
    <message>
        <source>goes along</source>
        <translation>一併更換</translation>
    </message>
    <message>
        <source>owner: {name}</source>
        <translation>負責部門：{name}</translation>
    </message>
</context>
<context>
    <name>PagePane</name>
    <message>
        <source>Whole chapter</source>
        <translation>整章</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>符合寬度</translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation>列印或存為 PDF</translation>
    </message>
    <message>
        <source>Show the whole chapter</source>
        <translation>顯示整章</translation>
    </message>
    <message>
        <source>{language}: show or hide its page beside the others</source>
        <translation>{language}：與其他語言並排顯示，或收起</translation>
    </message>
    <message>
        <source>Nothing of this section is printed. Choose another section in the outline.</source>
        <translation>本節沒有要印的內容。請在目錄中選擇其他章節。</translation>
    </message>
    <message>
        <source>Making the page …</source>
        <translation>正在生成頁面…</translation>
    </message>
    <message>
        <source>≈ p. {first}</source>
        <translation>≈ 第 {first} 頁</translation>
    </message>
    <message>
        <source>≈ pp. {first}–{last}</source>
        <translation>≈ 第 {first}–{last} 頁</translation>
    </message>
    <message>
        <source>Pages and where they end are estimates: Word counts when the draft is opened.</source>
        <translation>頁碼和分頁處都是估計的：打開草稿時由 Word 計算。</translation>
    </message>
    <message>
        <source>This number has no field in this report.</source>
        <translation>這個數字在本報告中沒有填寫位置。</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page as it will print</source>
        <translation>印出來的頁面</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What can be gone to or done</source>
        <translation>可以前往的地方和可以執行的操作</translation>
    </message>
    <message>
        <source>↑ ↓ choose   ↵ go or do   Ctrl+↵ the values as a sheet   Esc back</source>
        <translation>↑ ↓ 選擇   ↵ 前往或執行   Ctrl+↵ 在填報表中列出   Esc 返回</translation>
    </message>
    <message>
        <source>Try a name, a code, a unit or pinyin initials.</source>
        <translation>試試名稱、編碼、單位或拼音首字母。</translation>
    </message>
    <message>
        <source>Nothing in this report fits “{query}”.</source>
        <translation>本報告中沒有找到「{query}」。</translation>
    </message>
    <message>
        <source>Nothing in any report fits “{query}”.</source>
        <translation>所有報告中都沒有找到「{query}」。</translation>
    </message>
    <message>
        <source>Search all reports (↵)</source>
        <translation>在所有報告中尋找（↵）</translation>
    </message>
    <message>
        <source>Show all places and actions (↵)</source>
        <translation>顯示所有地方和操作（↵）</translation>
    </message>
</context>
<context>
    <name>PaletteRows</name>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>{group} – the first {shown} of {count}</source>
        <translation>{group}：{count} 個中的首 {shown} 個</translation>
    </message>
</context>
<context>
    <name>PartWords</name>
    <message>
        <source>Chapter</source>
        <translation>一級章節</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>小標題</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>重點數據</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>示意圖</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩陣圖</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>問卷</translation>
    </message>
    <message>
        <source>1 block</source>
        <translation>1 塊</translation>
    </message>
    <message>
        <source>{count} metrics</source>
        <translation>{count} 項指標</translation>
    </message>
    <message>
        <source>1 metric</source>
        <translation>1 項指標</translation>
    </message>
    <message>
        <source>{count} blocks</source>
        <translation>{count} 塊</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>PassDialog</name>
    <message>
        <source>Pass on</source>
        <translation>轉交</translation>
    </message>
    <message>
        <source>The whole request: {count} items</source>
        <translation>整項徵集，共 {count} 項</translation>
    </message>
    <message>
        <source>Chosen items: {names}</source>
        <translation>所選項目：{names}</translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation>請選擇同事</translation>
    </message>
    <message>
        <source>nobody: any contact of the department</source>
        <translation>不指定：由該部門的任何聯絡人填寫</translation>
    </message>
    <message>
        <source>Kept in the history</source>
        <translation>寫入歷史紀錄</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>To</source>
        <translation>轉給</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Packs and letters go to whoever it was passed on to; every contact of the department may still fill in all of it.</source>
        <translation>填報包和信件會發給轉交的同事；該部門的其他聯絡人仍然可以填寫全部內容。</translation>
    </message>
    <message>
        <source>Choose to whom it goes.</source>
        <translation>請選擇轉給誰。</translation>
    </message>
    <message>
        <source>passing on to {name}</source>
        <translation>轉交給{name}</translation>
    </message>
    <message>
        <source>taking back what was passed on</source>
        <translation>收回轉交</translation>
    </message>
</context>
<context>
    <name>PasteReport</name>
    <message>
        <source>Values pasted: {count}</source>
        <translation>已貼上 {count} 個數值</translation>
    </message>
    <message>
        <source>from {columns} × {rows} cells, one step of undo</source>
        <translation>來自 {columns} 欄 × {rows} 列，一步可復原</translation>
    </message>
    <message>
        <source>; emptied: {count}</source>
        <translation>；清空 {count} 個</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>沒有改動</translation>
    </message>
    <message>
        <source>Undo paste</source>
        <translation>復原貼上</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>跳到第 1 處</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>沒有寫入的儲存格</translation>
    </message>
    <message>
        <source>Cells not taken</source>
        <translation>未寫入的儲存格</translation>
    </message>
    <message>
        <source>Cells pasted: {count}</source>
        <translation>已貼上 {count} 個儲存格</translation>
    </message>
    <message>
        <source>Every cell of the block found its place.</source>
        <translation>複製的每一格都已放好。</translation>
    </message>
    <message>
        <source>“{text}” was not taken. {reason}</source>
        <translation>「{text}」沒有寫入。{reason}</translation>
    </message>
    <message>
        <source>“{text}” is kept there and marked. {reason}</source>
        <translation>「{text}」已保留在原處並標出。{reason}</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>copied line {number}</source>
        <translation>複製的第 {number} 列</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Import a table …</source>
        <translation>匯入表格…</translation>
    </message>
    <message>
        <source>Who I am …</source>
        <translation>我是誰…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Letters and forms are written in the language of a department&apos;s first contact. A table (Excel or text) has columns for name, department, role, e-mail and language.</source>
        <translation>信件和填報表使用部門第一位聯絡人的語言。表格（Excel 或文字檔）應有姓名、部門、角色、電郵、語言各欄。</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>No editor is listed: until one is, whoever works here may do what an editor may. Add the editor first.</source>
        <translation>尚未登記編輯：在此之前，在這裏工作的任何人都可以做編輯能做的事。請先新增編輯。</translation>
    </message>
    <message>
        <source>You work here in this name: another editor takes you out.</source>
        <translation>您正以這個姓名工作，需由另一位編輯移除。</translation>
    </message>
    <message>
        <source>{name} was taken out and stays in the history. Undo brings them back.</source>
        <translation>已移除{name}，歷史記錄中仍保留。復原即可還原。</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>匯入表格</translation>
    </message>
    <message>
        <source>The table says nothing that is not here already.</source>
        <translation>表格中的內容這裏都已有。</translation>
    </message>
    <message>
        <source>Import of {file}</source>
        <translation>匯入 {file}</translation>
    </message>
    <message>
        <source>Taken from the table: {count}.</source>
        <translation>已從表格收下 {count} 人。</translation>
    </message>
    <message>
        <source>Added: {list}</source>
        <translation>新增：{list}</translation>
    </message>
    <message>
        <source>Changed: {list}</source>
        <translation>修改：{list}</translation>
    </message>
    <message>
        <source>From {file}:</source>
        <translation>來自 {file}：</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電郵</translation>
    </message>
    <message>
        <source>Letters in</source>
        <translation>信件語言</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name}（您）</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>沒有地址</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Who are you?</source>
        <translation>您是誰？</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍後再說</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>The history names you with every change; your role says what you may change.</source>
        <translation>每次改動都會以您的姓名記入歷史記錄；您能改動什麼，取決於您的角色。</translation>
    </message>
    <message>
        <source>Nobody checks this, and it is no lock: whoever has the file can give any name. What Annals promises is that a history altered afterwards is detected. The choice is remembered on this computer; the name at the foot of the window changes it.</source>
        <translation>這裏不作核驗，也不是一把鎖：取得檔案的人可以填任何姓名。Annals 保證的是，事後竄改歷史記錄會被發現。您的選擇只記在這部電腦上，按視窗底部的姓名即可更改。</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>Change a person</source>
        <translation>修改人員</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>新增人員</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>that of the report</source>
        <translation>與報告相同</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>部門(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>電郵(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Language of letters</source>
        <translation>信件語言(&amp;L)</translation>
    </message>
    <message>
        <source>A contact fills in what the department owns, a reviewer approves or returns it, an editor may change everything, an auditor reads.</source>
        <translation>聯絡人填寫本部門負責的內容，審核人批准或退回，編輯可以改動一切，鑑證人員只查閱。</translation>
    </message>
    <message>
        <source>You work here in this name and role: another editor changes them.</source>
        <translation>您正以這個姓名和角色工作，需由另一位編輯修改。</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>請填寫姓名。</translation>
    </message>
    <message>
        <source>A contact belongs to a department: choose one.</source>
        <translation>聯絡人屬於一個部門，請選擇部門。</translation>
    </message>
</context>
<context>
    <name>PersonModel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>I am not listed</source>
        <translation>我不在名單中</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只能查看</translation>
    </message>
    <message>
        <source>I am not listed ({name})</source>
        <translation>我不在名單中（{name}）</translation>
    </message>
    <message>
        <source>may change everything until an editor is listed</source>
        <translation>列入編輯之前可以改動全部內容</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>PictureEditor</name>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>圖片說明</translation>
    </message>
    <message>
        <source>Alternative text: what the picture shows, for readers who cannot see it</source>
        <translation>替代文字：圖中是甚麼，供看不到圖片的讀者使用</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>Choose picture…</source>
        <translation>選擇圖片…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有檔案</translation>
    </message>
    <message>
        <source>Choose picture</source>
        <translation>選擇圖片</translation>
    </message>
    <message>
        <source>Drop a PNG or JPEG picture here</source>
        <translation>可把 PNG 或 JPEG 圖片拖到這裏</translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <translation>正在讀取圖片…</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>change of a picture</source>
        <translation>更換圖片</translation>
    </message>
    <message>
        <source>removal of a picture</source>
        <translation>移除圖片</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>The page as it will print</source>
        <translation>印出來的頁面</translation>
    </message>
    <message>
        <source>The form with what is filled in</source>
        <translation>已填內容的表單</translation>
    </message>
    <message>
        <source>The empty form, with last year’s values</source>
        <translation>空白表單，附上年數值</translation>
    </message>
    <message>
        <source>The whole chapter</source>
        <translation>整章</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>打開 PDF</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打開資料夾</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Preview …</source>
        <translation>預覽…</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存為 PDF…</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>正在列印…</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已儲存：{path}</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已傳送到打印機。</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print preview</source>
        <translation>列印預覽</translation>
    </message>
    <message>
        <source>Sheets as they will be printed</source>
        <translation>將要列印的各頁</translation>
    </message>
    <message>
        <source>1 sheet</source>
        <translation>1 頁</translation>
    </message>
    <message>
        <source>{count} sheets</source>
        <translation>{count} 頁</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>儲存為 PDF…</translation>
    </message>
</context>
<context>
    <name>PrintedLines</name>
    <message>
        <source>Change the reason …</source>
        <translation>修改原因…</translation>
    </message>
    <message>
        <source>State a reason …</source>
        <translation>說明原因…</translation>
    </message>
    <message>
        <source>The value has changed since the reason was stated.</source>
        <translation>說明原因之後數值又有變動。</translation>
    </message>
</context>
<context>
    <name>ProfileChoice</name>
    <message>
        <source>Compare with</source>
        <translation>對照</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>不對照</translation>
    </message>
    <message>
        <source>{name}  –  {count} metrics, nobody owns {unowned} of them</source>
        <translation>{name} – 共 {count} 個指標，其中 {unowned} 個無人負責</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>無人負責</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>在收集</translation>
    </message>
    <message>
        <source>answered by another</source>
        <translation>由別的指標回應</translation>
    </message>
    <message>
        <source>not asked for in this report</source>
        <translation>本報告未收集</translation>
    </message>
    <message>
        <source>new to the workspace</source>
        <translation>工作區還沒有</translation>
    </message>
    <message>
        <source>{name}  –  nothing answers {count} disclosures</source>
        <translation>{name} – {count} 項還沒有任何內容回應</translation>
    </message>
</context>
<context>
    <name>ProgressMeter</name>
    <message>
        <source>filled in {count}</source>
        <translation>已填 {count}</translation>
    </message>
    <message>
        <source>returned {count}</source>
        <translation>退回 {count}</translation>
    </message>
    <message>
        <source>not disclosed {count}</source>
        <translation>不披露 {count}</translation>
    </message>
    <message>
        <source>open {count}</source>
        <translation>未填 {count}</translation>
    </message>
</context>
<context>
    <name>Proving</name>
    <message>
        <source>Put the cursor into a value, a text or a row first.</source>
        <translation>請先把游標放在一個數值、一段文字或一列記錄上。</translation>
    </message>
    <message>
        <source>Put the cursor into a value first.</source>
        <translation>請先把游標放在一個數值上。</translation>
    </message>
    <message>
        <source>follow-up mark</source>
        <translation>跟進標記</translation>
    </message>
    <message>
        <source>Marked for follow-up.</source>
        <translation>已標記為須跟進。</translation>
    </message>
    <message>
        <source>follow-up mark taken away</source>
        <translation>移除跟進標記</translation>
    </message>
    <message>
        <source>The follow-up mark is gone.</source>
        <translation>已移除跟進標記。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>%1 File</source>
        <translation>%1 檔案</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>替身</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>磁碟機</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>捷徑</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找範圍(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>檔案類型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QuestionLine</name>
    <message>
        <source>Ask or answer; Return sends it</source>
        <translation>就此提問或答覆，按 Enter 發出</translation>
    </message>
    <message>
        <source>Ask or answer about “{row}”; Return sends it</source>
        <translation>就「{row}」提問或答覆，按 Enter 發出</translation>
    </message>
    <message>
        <source>question</source>
        <translation>提問</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答覆</translation>
    </message>
</context>
<context>
    <name>QuestionModel</name>
    <message>
        <source>Asked of</source>
        <translation>問甚麼</translation>
    </message>
    <message>
        <source>In the sheet</source>
        <translation>表中寫法</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含義</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>財年</translation>
    </message>
    <message>
        <source>Two units</source>
        <translation>兩種單位</translation>
    </message>
    <message>
        <source>? choose: {guesses}</source>
        <translation>？請選擇：{guesses}</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>不讀取</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>所屬標題</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Footnote (printed)</source>
        <translation>腳註（印出）</translation>
    </message>
    <message>
        <source>Value of the sheet&apos;s year</source>
        <translation>本表年份的數值</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>主體</translation>
    </message>
    <message>
        <source>Part of the year</source>
        <translation>一年中的一段</translation>
    </message>
    <message>
        <source>Site, part of the total</source>
        <translation>場所，合計的一部分</translation>
    </message>
    <message>
        <source>named by the year in which it ends</source>
        <translation>按結束的年份</translation>
    </message>
    <message>
        <source>named by the year in which it begins</source>
        <translation>按開始的年份</translation>
    </message>
</context>
<context>
    <name>RaceView</name>
    <message>
        <source>Stands there now</source>
        <translation>現有內容</translation>
    </message>
    <message>
        <source>Before both</source>
        <translation>雙方修改之前</translation>
    </message>
    <message>
        <source>Typed here, not stored</source>
        <translation>這裏填寫的（未儲存）</translation>
    </message>
    <message>
        <source>Leave what stands there</source>
        <translation>保留現有內容</translation>
    </message>
    <message>
        <source>Store what was typed here</source>
        <translation>儲存這裏填寫的</translation>
    </message>
</context>
<context>
    <name>RacesDialog</name>
    <message>
        <source>Changed by two people</source>
        <translation>兩人同時修改</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍後</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Somebody else has changed what you were changing. Nothing of yours is lost: choose what stays.</source>
        <translation>您正在修改的內容剛被別人改過。您填寫的沒有遺失，請選擇保留哪一個。</translation>
    </message>
</context>
<context>
    <name>ReadingBanner</name>
    <message>
        <source>Take over …</source>
        <translation>接管…</translation>
    </message>
    <message>
        <source>Shows who holds it, since when and when last seen</source>
        <translation>顯示誰在使用、自何時起、最近一次活動</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>The program that holds it still runs on this computer. Close its window, then open this.</source>
        <translation>佔用它的程式仍在這台電腦上執行。請先關閉那個視窗，再開啟這裏。</translation>
    </message>
    <message>
        <source>Ask there first whether somebody is still at work: what they type from now on could not be stored any more. Take it over?</source>
        <translation>請先問清楚那邊是否仍有人在用：接管之後，那邊再輸入的內容將無法儲存。要接管嗎？</translation>
    </message>
    <message>
        <source>Take over the workspace</source>
        <translation>接管工作區</translation>
    </message>
    <message>
        <source>The lock file {lock} cannot be read; it was last touched {seen}.</source>
        <translation>鎖定檔 {lock} 無法識別，最近一次改動 {seen}。</translation>
    </message>
    <message>
        <source>Held by {user} on {host} since {since}, last seen {seen}.</source>
        <translation>{user} 在電腦 {host} 上使用，自 {since} 起，最近一次活動 {seen}。</translation>
    </message>
    <message>
        <source>Sa&amp;ve as a new workspace …</source>
        <translation>另存為新工作區(&amp;V)…</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>ReadingWords</name>
    <message>
        <source>Understood as {value}</source>
        <translation>識別為 {value}</translation>
    </message>
</context>
<context>
    <name>ReceivedPackDialog</name>
    <message>
        <source>A pack to fill in</source>
        <translation>收到的填報包</translation>
    </message>
    <message>
        <source>Keep it elsewhere …</source>
        <translation>存到別處…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>From</source>
        <translation>發來</translation>
    </message>
    <message>
        <source>To</source>
        <translation>填報人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>要填</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 項</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>填報說明</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Annals keeps your share in a file of its own; nothing is sent anywhere until you say so.</source>
        <translation>您填的內容存在單獨一個檔案裏；在您發出之前，甚麼都不會離開這部電腦。</translation>
    </message>
    <message>
        <source>You have this share already. What you filled in stays; what the pack brings is added.</source>
        <translation>這份內容您已經開啟過。您填好的會保留，填報包內新的內容會補進來。</translation>
    </message>
    <message>
        <source>Something else stands there. Choose another place.</source>
        <translation>那裏已有別的檔案。請另選一個位置。</translation>
    </message>
    <message>
        <source>Bring up to date</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Annals workspaces</source>
        <translation>Annals 工作區</translation>
    </message>
    <message>
        <source>Where this share is kept</source>
        <translation>填報內容存在哪裏</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>As it prints</source>
        <translation>印出來的樣子</translation>
    </message>
    <message>
        <source>Show the page beside the form (F7)</source>
        <translation>在表單旁邊顯示頁面（F7）</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>Machine draft: read it, then correct it or choose “Accept all” above</source>
        <translation>機器起草：請核對後修改，或按上方的「全部接受」</translation>
    </message>
    <message>
        <source>rows taken out</source>
        <translation>刪除列</translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation>確認仍然成立</translation>
    </message>
    <message>
        <source>order of rows</source>
        <translation>調整次序</translation>
    </message>
    <message>
        <source>moved to another section</source>
        <translation>移至其他章節</translation>
    </message>
</context>
<context>
    <name>RecordPair</name>
    <message>
        <source>Drag a row to put it elsewhere, or press Alt+↑ and Alt+↓.</source>
        <translation>拖動一行可調整次序，也可按 Alt+↑、Alt+↓。</translation>
    </message>
</context>
<context>
    <name>RecordRowDelegate</name>
    <message>
        <source>Without a title yet</source>
        <translation>尚無標題</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>{kind}: nothing here yet. Add the first row.</source>
        <translation>還沒有{kind}。請加入第一行。</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>新增一列</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>刪除此列</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>圖片…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move to section</source>
        <translation>移到其他章節</translation>
    </message>
    <message>
        <source>As a list with a form</source>
        <translation>以清單和表單顯示</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>以表格顯示</translation>
    </message>
    <message>
        <source>Take those of {year} ({count})</source>
        <translation>沿用 {year} 年的 {count} 行</translation>
    </message>
    <message>
        <source>Rows not touched since {report}: {count} (shaded).</source>
        <translation>自{report}起未修改：{count} 條（底色標出）。</translation>
    </message>
</context>
<context>
    <name>RefusedTyping</name>
    <message>
        <source>Opened for reading only: nothing can be typed.</source>
        <translation>以唯讀方式開啟，不能輸入。</translation>
    </message>
    <message>
        <source>It is computed: change what it is computed from.</source>
        <translation>這是計算值，請改它所依據的數值。</translation>
    </message>
    <message>
        <source>This is only shown: nothing can be typed here.</source>
        <translation>此處只供查看，不能輸入。</translation>
    </message>
</context>
<context>
    <name>RemarkLines</name>
    <message>
        <source>Footnote (printed)</source>
        <translation>腳註（印出）</translation>
    </message>
    <message>
        <source>Note (internal, never printed)</source>
        <translation>備註（內部，不印出）</translation>
    </message>
    <message>
        <source>{title} on {name}</source>
        <translation>{name}的{title}</translation>
    </message>
    <message>
        <source>Can be added once there is a value or a reason</source>
        <translation>有了數值或缺失原因後才能填寫</translation>
    </message>
    <message>
        <source>Why there is no value: printed with it and in the index</source>
        <translation>為何沒有數值：在該處和索引中印出</translation>
    </message>
    <message>
        <source>What readers need to know: printed below the value</source>
        <translation>讀者需要知道的：作為該數值的腳註印出</translation>
    </message>
    <message>
        <source>For colleagues: what to check, where it comes from, what is still open</source>
        <translation>給同事看的：要核對甚麼、從何而來、還有甚麼未弄清</translation>
    </message>
</context>
<context>
    <name>RemovalBar</name>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>{count} sections</source>
        <translation>{count} 個下級章節</translation>
    </message>
    <message>
        <source>{count} blocks</source>
        <translation>{count} 塊</translation>
    </message>
    <message>
        <source>{count} written texts</source>
        <translation>{count} 段寫好的文字</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 張圖片</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} 條記錄</translation>
    </message>
    <message>
        <source>{count} metrics with values</source>
        <translation>{count} 項有數值的指標</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>In “{name}” stand: {list}.</source>
        <translation>「{name}」裡有：{list}。</translation>
    </message>
    <message>
        <source>Nowhere else in this report: {names}.</source>
        <translation>本報告別處沒有：{names}。</translation>
    </message>
    <message>
        <source>All of it stays in the workspace, and Undo brings the place back.</source>
        <translation>這些內容都留在工作區裡，復原即可回到原位。</translation>
    </message>
</context>
<context>
    <name>RenewedShareDialog</name>
    <message>
        <source>What the pack brought</source>
        <translation>填報包帶來的變化</translation>
    </message>
    <message>
        <source>{count} changes since the pack before</source>
        <translation>與上一個填報包相比有 {count} 處變化</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>沒有變化</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原來</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Left as you filled it in, though the pack says something else: {names}</source>
        <translation>填報包內另有說法、仍按您填的保留：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>填報說明</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Came back: {reason}</source>
        <translation>退回：{reason}</translation>
    </message>
</context>
<context>
    <name>RequestDetail</name>
    <message>
        <source>Asked of nobody</source>
        <translation>尚無人負責</translation>
    </message>
    <message>
        <source>Ask …</source>
        <translation>徵集…</translation>
    </message>
    <message>
        <source>Ask again …</source>
        <translation>重新徵集…</translation>
    </message>
    <message>
        <source>Pass on …</source>
        <translation>轉交…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>經過</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>Nobody owns these items: name an owner, and they can be asked for.</source>
        <translation>這些條目沒有負責部門。指定部門後即可徵集。</translation>
    </message>
    <message>
        <source>This department owns items of the report and has not been asked.</source>
        <translation>該部門負責本報告的部分內容，尚未徵集。</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>{day} 截止</translation>
    </message>
    <message>
        <source>Nobody is listed for this department: letters have no address.</source>
        <translation>該部門沒有聯絡人，信件沒有收件地址。</translation>
    </message>
    <message>
        <source>Passed on to {name}</source>
        <translation>已轉給{name}</translation>
    </message>
    <message>
        <source>Guidance: {words}</source>
        <translation>填報說明：{words}</translation>
    </message>
    <message>
        <source>Came back: {reason}</source>
        <translation>已退回：{reason}</translation>
    </message>
    <message>
        <source>Handed in incomplete: {reason}</source>
        <translation>未填齊即提交：{reason}</translation>
    </message>
    <message>
        <source>not disclosed: {count}</source>
        <translation>不披露 {count} 項</translation>
    </message>
    <message>
        <source>errors: {count}</source>
        <translation>錯誤 {count} 處</translation>
    </message>
    <message>
        <source>doubts: {count}</source>
        <translation>疑問 {count} 處</translation>
    </message>
    <message>
        <source>approved: {count}</source>
        <translation>已批准 {count} 項</translation>
    </message>
    <message>
        <source>returned: {count}</source>
        <translation>已退回 {count} 項</translation>
    </message>
    <message>
        <source>sent {day}</source>
        <translation>{day} 發送</translation>
    </message>
    <message>
        <source>received {day}</source>
        <translation>{day} 收到</translation>
    </message>
    <message>
        <source>Nothing is missing, and nothing came back.</source>
        <translation>沒有未填的項目，也沒有退回的項目。</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>未填 {count}</translation>
    </message>
    <message>
        <source>Items: {count}</source>
        <translation>條目 {count}</translation>
    </message>
    <message>
        <source>What is missing or came back</source>
        <translation>未填或退回的內容</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Owner …</source>
        <translation>負責部門…</translation>
    </message>
    <message>
        <source>Missing: {count} · others: {more}</source>
        <translation>未填 {count} · 其他 {more}</translation>
    </message>
    <message>
        <source>Choose an item above.</source>
        <translation>請先在上面選擇條目。</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 截止</translation>
    </message>
</context>
<context>
    <name>RequestModel</name>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>Not disclosed</source>
        <translation>不披露</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>疑問</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已發送</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>沒有負責部門</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未徵集</translation>
    </message>
    <message>
        <source>Asked of nobody</source>
        <translation>尚無人負責</translation>
    </message>
    <message>
        <source>late; {state}</source>
        <translation>逾期；{state}</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>徵集情況</translation>
    </message>
    <message>
        <source>People …</source>
        <translation>人員…</translation>
    </message>
    <message>
        <source>Send …</source>
        <translation>發送…</translation>
    </message>
    <message>
        <source>Ask …</source>
        <translation>徵集…</translation>
    </message>
    <message>
        <source>Department or person</source>
        <translation>部門或姓名</translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation>篩選徵集</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Being filled in</source>
        <translation>填報中</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未徵集</translation>
    </message>
    <message>
        <source>Remind {count} …</source>
        <translation>催辦 {count} 個部門…</translation>
    </message>
    <message>
        <source>Remind …</source>
        <translation>催辦…</translation>
    </message>
    <message>
        <source>No department owns anything in this report: the catalogue names no owners.</source>
        <translation>這份報告中沒有部門負責任何內容：指標庫沒有寫明負責部門。</translation>
    </message>
    <message>
        <source>Nothing of that kind. “All” shows every department.</source>
        <translation>沒有這樣的部門。選「全部」可列出所有部門。</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>Nobody has been asked for a share of this report yet.</source>
        <translation>這份報告還沒有向任何部門徵集。</translation>
    </message>
    <message>
        <source>Nothing is late or open.</source>
        <translation>沒有逾期或未填的內容。</translation>
    </message>
</context>
<context>
    <name>RestateDialog</name>
    <message>
        <source>State a reason</source>
        <translation>說明重述原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save reason</source>
        <translation>儲存原因</translation>
    </message>
    <message>
        <source>Later reports that show this value print the reason in a footnote.</source>
        <translation>後續報告引用此數值時，將在腳註中說明原因。</translation>
    </message>
    <message>
        <source>{name}, {year}: {place} printed “{text}”; the value is now {value}.</source>
        <translation>{name}（{year} 年）：{place}所載為「{text}」，現值 {value}。</translation>
    </message>
    <message>
        <source>reason of a restatement</source>
        <translation>重述原因</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Return {count}:</source>
        <translation>退回 {count} 項：</translation>
    </message>
    <message>
        <source>Reason, which the department is told</source>
        <translation>退回原因（會告知該部門）</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ticked: {count}</source>
        <translation>已選 {count} 項</translation>
    </message>
    <message>
        <source>Space ticks what has no fault</source>
        <translation>按空白鍵勾選沒有問題的條目</translation>
    </message>
    <message>
        <source>Remark (may stay empty)</source>
        <translation>附言（可不填）</translation>
    </message>
    <message>
        <source>Return {count} …</source>
        <translation>退回 {count} 項…</translation>
    </message>
    <message>
        <source>Return …</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Approve {count}</source>
        <translation>批准 {count} 項</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>A return needs a reason.</source>
        <translation>退回須寫明原因。</translation>
    </message>
</context>
<context>
    <name>ReviewDepartments</name>
    <message>
        <source>{department}: {state}, to review: {count}</source>
        <translation>{department}：{state}，待審 {count} 項</translation>
    </message>
    <message>
        <source>returned: {count}</source>
        <translation>已退回 {count} 項，等修改</translation>
    </message>
    <message>
        <source>due {day}, late</source>
        <translation>截止 {day}，已逾期</translation>
    </message>
</context>
<context>
    <name>ReviewDetail</name>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>核對</translation>
    </message>
    <message>
        <source>Approve  A</source>
        <translation>批准  A</translation>
    </message>
    <message>
        <source>Return …  R</source>
        <translation>退回…  R</translation>
    </message>
    <message>
        <source>Go to its place</source>
        <translation>前往填寫處</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>填報人</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐證</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>互相矛盾的各方</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>須跟進</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>沒有發現問題</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>提問與答覆</translation>
    </message>
    <message>
        <source>You changed it last, and this report asks for four eyes.</source>
        <translation>本報告要求雙人覆核，而最後修改的是您本人。</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>第 {page} 頁</translation>
    </message>
    <message>
        <source>{name} (still to come)</source>
        <translation>{name}（尚未收到）</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>須再核對</translation>
    </message>
    <message>
        <source>Changed since the approval by {who} on {day}</source>
        <translation>{who}於 {day} 批准，此後有改動</translation>
    </message>
    <message>
        <source>Returned by {who} on {day}</source>
        <translation>{who}於 {day} 退回</translation>
    </message>
    <message>
        <source>Approved by {who} on {day}</source>
        <translation>{who}於 {day} 批准</translation>
    </message>
    <message>
        <source>nothing has changed since</source>
        <translation>此後沒有改動</translation>
    </message>
    <message>
        <source>beside last year</source>
        <translation>與上年對比</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>腳註</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>ReviewItems</name>
    <message>
        <source>Reading what was handed in …</source>
        <translation>正在讀取已提交的內容…</translation>
    </message>
    <message>
        <source>Nobody has been asked for a share of this report yet.</source>
        <translation>這份報告還沒有向任何部門徵集。</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>查看全部 {count} 項</translation>
    </message>
    <message>
        <source>{department} has handed in nothing yet.</source>
        <translation>{department}尚未提交內容。</translation>
    </message>
    <message>
        <source>Nothing waits for review here.</source>
        <translation>這裏沒有待審核的內容。</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐證</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 條</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} 條</translation>
    </message>
    <message>
        <source>see changes</source>
        <translation>看修改</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>errors: {count}</source>
        <translation>{count} 個錯誤</translation>
    </message>
    <message>
        <source>doubts: {count}</source>
        <translation>{count} 個疑問</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>本人填寫</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>已說明</translation>
    </message>
    <message>
        <source>definition open</source>
        <translation>口徑待定</translation>
    </message>
    <message>
        <source>changed again</source>
        <translation>批准後有改動</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>待審</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>審核</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>交來的部門</translation>
    </message>
    <message>
        <source>What was handed in</source>
        <translation>交來的內容</translation>
    </message>
    <message>
        <source>This report asks for four eyes: what you changed last, somebody else approves.</source>
        <translation>本報告要求雙人覆核：自己最後修改的，由另一人批准。</translation>
    </message>
    <message>
        <source>To review {count}</source>
        <translation>待審 {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>handed in by {who}, {at}</source>
        <translation>{who} {at} 提交</translation>
    </message>
    <message>
        <source>not handed in yet</source>
        <translation>尚未提交</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>approval, {department}</source>
        <translation>批准（{department}）</translation>
    </message>
    <message>
        <source>returning {count}</source>
        <translation>退回 {count} 項</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>{count} new</source>
        <translation>新到 {count}</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>逾期 {count}</translation>
    </message>
</context>
<context>
    <name>SavingAnew</name>
    <message>
        <source>Annals workspaces</source>
        <translation>Annals 工作區</translation>
    </message>
    <message>
        <source>Save as a new workspace</source>
        <translation>另存為新工作區</translation>
    </message>
    <message>
        <source>Saved as a new workspace: {path} was lost or replaced</source>
        <translation>另存為新工作區：{path} 已遺失或被替換</translation>
    </message>
    <message>
        <source>Everything stands in {path} now, with its whole history. It is opened next.</source>
        <translation>全部內容及完整的修改紀錄現已存入 {path}，接下來將開啟它。</translation>
    </message>
    <message>
        <source>Everything that was shown stands in {path} now. Its history is that of the newest backup; what came later is one step of yours. It is opened next.</source>
        <translation>所顯示的全部內容現已存入 {path}。修改紀錄沿用最近一次自動備份，其後的改動記為您的一步。接下來將開啟它。</translation>
    </message>
    <message>
        <source>Everything that was shown stands in {path} now. Its history is that of the copy that took the file&apos;s place; what differs is one step of yours. It is opened next.</source>
        <translation>所顯示的全部內容現已存入 {path}。修改紀錄沿用取代原檔案的那一份，不同之處記為您的一步。接下來將開啟它。</translation>
    </message>
    <message>
        <source>Everything that was shown stands in {path} now. Its earlier history was lost with the file. It is opened next.</source>
        <translation>所顯示的全部內容現已存入 {path}。此前的修改紀錄已隨原檔案遺失。接下來將開啟它。</translation>
    </message>
    <message>
        <source>Files that stood in the lost one alone, to be added again: {count}.</source>
        <translation>只存在於原檔案中、需要重新加入的附件：{count} 個。</translation>
    </message>
    <message>
        <source>Freezes that are gone with the history that they name: {count}.</source>
        <translation>隨修改紀錄一同遺失的封存版本：{count} 個。</translation>
    </message>
    <message>
        <source>Changes left out because they are not yours to make: {count}.</source>
        <translation>因無權修改而未保留的改動：{count} 處。</translation>
    </message>
</context>
<context>
    <name>ScanDetail</name>
    <message>
        <source>Go to the value</source>
        <translation>去看數值</translation>
    </message>
    <message>
        <source>Take the text as evidence …</source>
        <translation>把文字作為證明文件…</translation>
    </message>
    <message>
        <source>Keep as printed</source>
        <translation>記下所載</translation>
    </message>
    <message>
        <source>What this text prints is kept beside the value; what differs becomes a contradiction to settle.</source>
        <translation>把這篇文字所載的數記在數值旁邊；不同的成為一處矛盾，再改正或說明。</translation>
    </message>
</context>
<context>
    <name>ScanModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>數</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>結論</translation>
    </message>
    <message>
        <source>About</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>True as rounded</source>
        <translation>約數成立</translation>
    </message>
    <message>
        <source>Earlier value</source>
        <translation>舊值</translation>
    </message>
    <message>
        <source>Mismatch</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>From this text alone</source>
        <translation>僅來自本文</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>No quantity</source>
        <translation>非數量</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Scan a text</source>
        <translation>核對文字</translation>
    </message>
    <message>
        <source>Open a text …</source>
        <translation>打開文字…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Numbers of the text</source>
        <translation>文字中的數</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Which text it is</source>
        <translation>是哪篇文字</translation>
    </message>
    <message>
        <source>Recognise the text</source>
        <translation>自動認出</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字檔案</translation>
    </message>
    <message>
        <source>Open a text</source>
        <translation>打開文字</translation>
    </message>
    <message>
        <source>{file}, taken for {source}</source>
        <translation>{file}，認作 {source}</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>正在讀取 {file}…</translation>
    </message>
    <message>
        <source>Drop an article, a report or a draft here: every number in it is held against the workspace.</source>
        <translation>把文章、報告或草稿拖到這裏：其中的每個數都與工作區核對。</translation>
    </message>
    <message>
        <source>what a text prints</source>
        <translation>文字所載的數</translation>
    </message>
    <message>
        <source>Kept beside the value: what differs from it is listed among the contradictions.</source>
        <translation>已記在數值旁邊：不同的列在「相互矛盾」裏。</translation>
    </message>
</context>
<context>
    <name>ScopeLine</name>
    <message>
        <source>My sections</source>
        <translation>我的章節</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>全部章節</translation>
    </message>
</context>
<context>
    <name>SectionDrafts</name>
    <message>
        <source>Draft all that is missing from {language}</source>
        <translation>由{language}起草所缺文字</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>全部接受</translation>
    </message>
    <message>
        <source>To be read: {count}</source>
        <translation>待核對：{count}</translation>
    </message>
    <message>
        <source>machine drafts</source>
        <translation>機器起草</translation>
    </message>
    <message>
        <source>acceptance of the drafts</source>
        <translation>接受起草的文字</translation>
    </message>
</context>
<context>
    <name>SectionHead</name>
    <message>
        <source>Texts in</source>
        <translation>正文語言</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>正文語言</translation>
    </message>
    <message>
        <source>{filled} of {asked} filled in</source>
        <translation>已填 {filled} / {asked}</translation>
    </message>
    <message>
        <source>Errors: {count}</source>
        <translation>錯誤 {count}</translation>
    </message>
    <message>
        <source>Doubts: {count}</source>
        <translation>疑問 {count}</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未檢查</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Remind</source>
        <translation>催辦</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>發送</translation>
    </message>
    <message>
        <source>Pack, for those who have Annals</source>
        <translation>填報包（對方裝有 Annals）</translation>
    </message>
    <message>
        <source>Excel form, for those who have not</source>
        <translation>Excel 填報表（對方沒有 Annals）</translation>
    </message>
    <message>
        <source>With a letter and a calendar entry</source>
        <translation>附信件和日曆提示</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>What was made</source>
        <translation>已產生的檔案</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Each letter names what is still open, until when, and why something came back. Annals mails nothing: a letter opens in your mail program, ready to be sent.</source>
        <translation>信件會寫明哪些還沒填、何時截止、為何退回。Annals 不會代發郵件：信件在您的郵件程式中開啟，按一下即可發送。</translation>
    </message>
    <message>
        <source>Each department gets its own share only. Annals mails nothing: it makes the files, and a letter opens in your mail program, ready to be sent.</source>
        <translation>每個部門只收到自己的內容。Annals 不會代發郵件：只產生檔案；信件在您的郵件程式中開啟，按一下即可發送。</translation>
    </message>
    <message>
        <source>Remind departments: {count}</source>
        <translation>催辦 {count} 個部門</translation>
    </message>
    <message>
        <source>Send to departments: {count}</source>
        <translation>發送給 {count} 個部門</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>請選擇資料夾。</translation>
    </message>
    <message>
        <source>Tick at least one department.</source>
        <translation>請至少勾選一個部門。</translation>
    </message>
    <message>
        <source>Writing for {department} …</source>
        <translation>正在產生：{department}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>({name} was changed by someone and is kept)</source>
        <translation>（{name} 被人改過，予以保留）</translation>
    </message>
    <message>
        <source>Enter or a double click opens the file.</source>
        <translation>按 Enter 或雙擊開啟檔案。</translation>
    </message>
    <message>
        <source>Made for {count} departments.</source>
        <translation>已為 {count} 個部門產生。</translation>
    </message>
    <message>
        <source>Letters without an address: {list}. Type it in your mail program, or add people.</source>
        <translation>沒有收件地址的信件：{list}。請在郵件程式中填寫，或先新增人員。</translation>
    </message>
    <message>
        <source>Left out, since no letter gets there: {list}</source>
        <translation>沒有可用的電郵，郵件未寫給：{list}</translation>
    </message>
    <message>
        <source>Cancelled. What was made before stays.</source>
        <translation>已取消，之前產生的予以保留。</translation>
    </message>
    <message>
        <source>The files could not be made.</source>
        <translation>未能產生檔案。</translation>
    </message>
    <message>
        <source>Stopping after this department …</source>
        <translation>完成這個部門後停止…</translation>
    </message>
</context>
<context>
    <name>SentList</name>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>發出</translation>
    </message>
    <message>
        <source>Departments that were asked</source>
        <translation>已徵集的部門</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>nobody listed</source>
        <translation>沒有聯絡人</translation>
    </message>
</context>
<context>
    <name>ShareBar</name>
    <message>
        <source>Next: {name}</source>
        <translation>下一項：{name}</translation>
    </message>
    <message>
        <source>Pass on …</source>
        <translation>轉交…</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
</context>
<context>
    <name>ShareWords</name>
    <message>
        <source>{department}: due {due}; all {count} items are answered: hand it in.</source>
        <translation>{department}：{due}截止，{count} 項都已填，可以提交。</translation>
    </message>
    <message>
        <source>{department}: was due {due}; all {count} items are answered: hand it in.</source>
        <translation>{department}：已過截止日（{due}），{count} 項都已填，請提交。</translation>
    </message>
    <message>
        <source>{department}: items that came back: {back}; all others are answered. Due {due}.</source>
        <translation>{department}：退回 {back} 項，其餘都已填，{due}截止。</translation>
    </message>
    <message>
        <source>{department}: due {due}; {open} of {count} items are still open.</source>
        <translation>{department}：{due}截止，{count} 項中尚有 {open} 項未填。</translation>
    </message>
    <message>
        <source>{department}: was due {due}; {open} of {count} items are still open.</source>
        <translation>{department}：已過截止日（{due}），{count} 項中尚有 {open} 項未填。</translation>
    </message>
    <message>
        <source>{department}: items that came back: {back}; open: {open} of {count}. Due {due}.</source>
        <translation>{department}：退回 {back} 項，{count} 項中尚有 {open} 項未填，{due}截止。</translation>
    </message>
    <message>
        <source>✓ {department}: handed in ({when}).</source>
        <translation>✓ {department}：已提交（{when}）。</translation>
    </message>
    <message>
        <source>{department}: items changed since it was handed in ({when}): {changed}. Hand it in again.</source>
        <translation>{department}：提交（{when}）之後又改了 {changed} 項，請重新提交。</translation>
    </message>
    <message>
        <source>Hand in again …</source>
        <translation>重新提交…</translation>
    </message>
    <message>
        <source>Handed in …</source>
        <translation>已提交…</translation>
    </message>
    <message>
        <source>Hand in …</source>
        <translation>提交…</translation>
    </message>
</context>
<context>
    <name>SheetEditing</name>
    <message>
        <source>Cells copied: {count}</source>
        <translation>已複製 {count} 格</translation>
    </message>
    <message>
        <source>Lines copied with their heads: {count}</source>
        <translation>已連同表頭複製 {count} 行，可貼到 Excel 或 WPS</translation>
    </message>
    <message>
        <source>There is nothing on the clipboard that could be pasted.</source>
        <translation>剪貼簿裏沒有可以貼上的內容。</translation>
    </message>
    <message>
        <source>pasting</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>filling</source>
        <translation>填滿</translation>
    </message>
    <message>
        <source>the same in several cells</source>
        <translation>多格填入相同內容</translation>
    </message>
    <message>
        <source>clearing</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Choose the cell that is to be repeated together with open cells behind it.</source>
        <translation>請把要重複的儲存格和後面可填的儲存格一起選取。</translation>
    </message>
    <message>
        <source>Cells filled: {count}</source>
        <translation>已填入 {count} 格</translation>
    </message>
    <message>
        <source>; could not be read, kept and marked: {count}</source>
        <translation>；{count} 個看不懂，已保留並標出</translation>
    </message>
</context>
<context>
    <name>SheetFilter</name>
    <message>
        <source>Filter by {column}</source>
        <translation>按「{column}」篩選</translation>
    </message>
    <message>
        <source>Words, or a comparison: &gt;100, &lt;=5; = for blanks, &lt;&gt; for what is filled</source>
        <translation>輸入文字，或比較：&gt;100、&lt;=5；= 為空，&lt;&gt; 為已填</translation>
    </message>
</context>
<context>
    <name>SheetLines</name>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>附</translation>
    </message>
    <message>
        <source>{year} to fill in</source>
        <translation>{year} 本年</translation>
    </message>
    <message>
        <source>No department</source>
        <translation>未指定部門</translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>尚欠 {count} 項</translation>
    </message>
    <message>
        <source>The members add up to the whole.</source>
        <translation>各項相加與合計一致。</translation>
    </message>
    <message>
        <source>The members come to {shown}, the whole is {whole}.</source>
        <translation>各項相加為 {shown}，合計為 {whole}。</translation>
    </message>
    <message>
        <source>The sum of the members</source>
        <translation>各項之和</translation>
    </message>
    <message>
        <source>Members without a value: {lacking}</source>
        <translation>尚無數值的項：{lacking} 個</translation>
    </message>
    <message>
        <source>These members do not add up to a whole.</source>
        <translation>這些項不能相加成合計。</translation>
    </message>
    <message>
        <source>Evidence: {names}</source>
        <translation>證明文件：{names}</translation>
    </message>
    <message>
        <source>Footnote: {words}</source>
        <translation>腳註：{words}</translation>
    </message>
    <message>
        <source>Note: {words}</source>
        <translation>備註：{words}</translation>
    </message>
    <message>
        <source>Method: {words}</source>
        <translation>方法：{words}</translation>
    </message>
    <message>
        <source>Source: {words}</source>
        <translation>來源：{words}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>An earlier year: it can be read and copied here, not typed over</source>
        <translation>往年：這裏可以看、可以複製，不能改寫</translation>
    </message>
    <message>
        <source>Also: 1.5万, =12*3, “not applicable”</source>
        <translation>可寫 1.5萬、=12*3、不適用</translation>
    </message>
    <message>
        <source>An earlier year is locked here. Choose that year in its section to change it.</source>
        <translation>往年數值在這裏已鎖定；要修改，請在章節裏選擇那一年。</translation>
    </message>
    <message>
        <source>It is computed: change what it is computed from.</source>
        <translation>這是計算值，請改它所依據的數值。</translation>
    </message>
    <message>
        <source>It is the sum of the lines below: fill in those.</source>
        <translation>這一行由下面各行得出，請填下面各行。</translation>
    </message>
    <message>
        <source>No values are filled in in this column.</source>
        <translation>這一欄不填數值。</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>There is no line or column for it.</source>
        <translation>表裏沒有它的列或欄。</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Sheet</source>
        <translation>填報表</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>Values by years</source>
        <translation>各年數值</translation>
    </message>
    <message>
        <source>The sheet is being put together …</source>
        <translation>正在整理填報表…</translation>
    </message>
    <message>
        <source>Metrics and units</source>
        <translation>指標與單位</translation>
    </message>
    <message>
        <source>Nothing of that kind here.</source>
        <translation>這裏沒有這樣的數值。</translation>
    </message>
    <message>
        <source>Nothing is called “{words}” here.</source>
        <translation>這裏沒有名為「{words}」的指標。</translation>
    </message>
    <message>
        <source>Something was done since: use Undo (Ctrl+Z).</source>
        <translation>此後還有別的改動，請用復原（Ctrl+Z）。</translation>
    </message>
</context>
<context>
    <name>SheetTools</name>
    <message>
        <source>All metrics there are</source>
        <translation>全部指標（含本報告未用的）</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>全部章節</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部門</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>全部數值</translation>
    </message>
    <message>
        <source>Asked of departments</source>
        <translation>已向部門徵集</translation>
    </message>
    <message>
        <source>Open only</source>
        <translation>只看未填</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>With errors or doubts</source>
        <translation>有錯誤或存疑</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Those of issues: {count}</source>
        <translation>問題涉及的 {count} 項</translation>
    </message>
    <message>
        <source>Chapter or section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Which values</source>
        <translation>只看</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Name, code or unit</source>
        <translation>名稱、編碼或單位</translation>
    </message>
    <message>
        <source>Search the sheet</source>
        <translation>在填報表中尋找</translation>
    </message>
    <message>
        <source>Filter row (Ctrl+Shift+L)</source>
        <translation>篩選行（Ctrl+Shift+L）</translation>
    </message>
    <message>
        <source>Filter row</source>
        <translation>篩選行</translation>
    </message>
    <message>
        <source>Copy for Excel</source>
        <translation>複製為 Excel</translation>
    </message>
    <message>
        <source>Request: {who}, due {day}</source>
        <translation>徵集：{who}，截止 {day}</translation>
    </message>
</context>
<context>
    <name>ShownRow</name>
    <message>
        <source>Filled in above</source>
        <translation>在上方填寫</translation>
    </message>
    <message>
        <source>Filled in below</source>
        <translation>在下方填寫</translation>
    </message>
</context>
<context>
    <name>SlotHead</name>
    <message>
        <source>{name} {number} of {count}</source>
        <translation>{name}（第 {number} 段，共 {count} 段）</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>導語</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>致辭</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引語</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>框內文字</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>落款</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副標題</translation>
    </message>
    <message>
        <source>Place and date</source>
        <translation>地點和日期</translation>
    </message>
    <message>
        <source>Answers {codes}</source>
        <translation>回應 {codes}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>What was done on “{title}” in the year, and what came of it, with numbers</source>
        <translation>寫「{title}」本年做了甚麼、有何成效，用數字說話</translation>
    </message>
    <message>
        <source>Opens “{title}” in a few sentences: what matters, and what the reader will find</source>
        <translation>用幾句話引出「{title}」：最要緊的是甚麼，下文會講甚麼</translation>
    </message>
    <message>
        <source>Speaks to the reader in the first person: the year, its hard parts, what is next</source>
        <translation>以第一人稱寫給讀者：這一年、難處與下一步</translation>
    </message>
    <message>
        <source>What somebody said, in their own words, with name and role</source>
        <translation>某人的原話，附姓名與身份</translation>
    </message>
    <message>
        <source>One story: who, what changed, with numbers</source>
        <translation>一個故事：寫人、寫變化、寫數字</translation>
    </message>
    <message>
        <source>Set apart from the text: one example or explanation for “{title}”</source>
        <translation>與正文分開的一則：為「{title}」舉例或作說明</translation>
    </message>
    <message>
        <source>Short points on “{title}”, one line each</source>
        <translation>「{title}」的要點，一行一條</translation>
    </message>
    <message>
        <source>Who signs: name and position</source>
        <translation>署名：姓名與職務</translation>
    </message>
    <message>
        <source>The line above a press release, as “for immediate release”</source>
        <translation>新聞稿抬頭的一行，例如「即時發佈」</translation>
    </message>
    <message>
        <source>The news in one line</source>
        <translation>一行寫出新聞要點</translation>
    </message>
    <message>
        <source>The most important number, or the reason, in one line</source>
        <translation>一行寫出最重要的數字或緣由</translation>
    </message>
    <message>
        <source>Place and date of the press release</source>
        <translation>新聞稿的地點與日期</translation>
    </message>
    <message>
        <source>{length} words</source>
        <translation>{length} 詞</translation>
    </message>
    <message>
        <source>{length} characters</source>
        <translation>{length} 字</translation>
    </message>
    <message>
        <source>{length} (as in the last report)</source>
        <translation>{length}（參照上次）</translation>
    </message>
    <message>
        <source>{length} (usual)</source>
        <translation>{length}（一般篇幅）</translation>
    </message>
    <message>
        <source>{path}, part {number} of {count}</source>
        <translation>{path}，第 {number} 塊（共 {count} 塊）</translation>
    </message>
    <message>
        <source>{path}, about page {page}</source>
        <translation>{path}，約第 {page} 頁</translation>
    </message>
    <message>
        <source>Last time’s words</source>
        <translation>上次的文字</translation>
    </message>
    <message>
        <source>The page is an estimate: Word counts when the draft is opened.</source>
        <translation>頁碼是估計的：打開草稿時由 Word 計算。</translation>
    </message>
    <message>
        <source>no department is asked</source>
        <translation>尚未指定部門</translation>
    </message>
</context>
<context>
    <name>SourceDetail</name>
    <message>
        <source>Activity</source>
        <translation>活動數據</translation>
    </message>
    <message>
        <source>Emission factor</source>
        <translation>排放因子</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>document, table, date</source>
        <translation>文件、表、日期</translation>
    </message>
    <message>
        <source>New: {name}</source>
        <translation>新指標：{name}</translation>
    </message>
    <message>
        <source>One of your own …</source>
        <translation>自己的系數…</translation>
    </message>
    <message>
        <source>kgCO₂e for each {unit}, from {year} on</source>
        <translation>每{unit}的千克二氧化碳當量，自 {year} 年起</translation>
    </message>
    <message>
        <source>Choose above whose factor counts.</source>
        <translation>請在上方選定所在地。</translation>
    </message>
    <message>
        <source>No value in force in {year}. The nearest: {factor}</source>
        <translation>{year} 年沒有適用的數值。最近的：{factor}</translation>
    </message>
</context>
<context>
    <name>SourcePlaces</name>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未選</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>電網</translation>
    </message>
    <message>
        <source>Hotels</source>
        <translation>酒店</translation>
    </message>
    <message>
        <source>Base year</source>
        <translation>基準年</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Annual CSR and ESG reports: figures are typed once, Excel data sheets and the Word draft follow.</source>
        <translation>編製年度社會責任與 ESG 報告：數據只填一次，自動產生 Excel 數據表和 Word 初稿。</translation>
    </message>
    <message>
        <source>A file .annalspack that an editor has sent you, to fill in and hand in. It can be dropped here.</source>
        <translation>編輯發來的 .annalspack 檔案，填好後交回。亦可直接拖到這裏。</translation>
    </message>
    <message>
        <source>A workspace is one file with a company&apos;s catalogue, figures, texts and their history.</source>
        <translation>工作區是一個檔案，保存一家公司的指標目錄、數據、文字和修改紀錄。</translation>
    </message>
    <message>
        <source>An empty workspace with the built-in catalogue and report outlines.</source>
        <translation>空白工作區，帶有內置的指標目錄和報告大綱。</translation>
    </message>
    <message>
        <source>The published figures of three reports, to look around and try things out.</source>
        <translation>三份報告的公開數據，可隨意查看和試用。</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近開啟</translation>
    </message>
</context>
<context>
    <name>StateChoice</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>審閱稿</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Placeholders, comments and a list show what is open.</source>
        <translation>以佔位、批註和清單標出未完成的內容。</translation>
    </message>
    <message>
        <source>Each number has a letter; below each section stands where it comes from, who typed it and who approved it.</source>
        <translation>每個數字帶有編號；各節之後列出數字的來源、填寫人和批准人。</translation>
    </message>
    <message>
        <source>Nothing of a draft is in it; it can be made once nothing is open.</source>
        <translation>沒有任何草稿痕跡；沒有未了事項時才能產生。</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Not saved. {reason} What you typed is kept here.</source>
        <translation>未儲存。{reason}您輸入的內容保留在這裏。</translation>
    </message>
    <message>
        <source>It is kept here and will be tried again.</source>
        <translation>內容保留在這裏，稍後會自動重試。</translation>
    </message>
    <message>
        <source>It is saved, and has to be put right.</source>
        <translation>已儲存，請改正。</translation>
    </message>
    <message>
        <source>It is saved, and needs a remark.</source>
        <translation>已儲存，請寫明原因。</translation>
    </message>
    <message>
        <source>There is no value, and a reason is given.</source>
        <translation>沒有數值，已說明原因。</translation>
    </message>
</context>
<context>
    <name>StatementBar</name>
    <message>
        <source>Link {numbers}</source>
        <translation>引用 {numbers}</translation>
    </message>
    <message>
        <source>These typed numbers equal a value; linked they stay up to date ({key}).</source>
        <translation>這些手寫的數字等於某個數值；改為引用後隨數據更新（{key}）。</translation>
    </message>
    <message>
        <source>Explain and keep …</source>
        <translation>說明並保留…</translation>
    </message>
    <message>
        <source>Say why the words are right; other words or data ask again.</source>
        <translation>寫明這句話為甚麼沒錯；文字或數據再改，會重新提示。</translation>
    </message>
    <message>
        <source>Change to “{words}”</source>
        <translation>改為「{words}」</translation>
    </message>
    <message>
        <source>Put these words in the place of those that are marked (Alt+Enter).</source>
        <translation>用這些字替換標出的文字（Alt+Enter）。</translation>
    </message>
</context>
<context>
    <name>StatementCard</name>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Current data</source>
        <translation>現有數據</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未儲存</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在儲存…</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>互相矛盾</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>沒有負責部門</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>沿用上年</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待看</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未檢查</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未徵集</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>填報中</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Not disclosed</source>
        <translation>不披露</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Sum of the breakdown</source>
        <translation>分類合計</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>計算值</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>已填</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Read only</source>
        <translation>唯讀</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>所有修改已儲存</translation>
    </message>
    <message>
        <source>Not saved yet: {count}. Trying again. {reason}</source>
        <translation>尚有 {count} 處未儲存，正在重試。{reason}</translation>
    </message>
    <message>
        <source>Not saved: {count}. {reason}</source>
        <translation>未儲存：{count}。{reason}</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在儲存…</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>視窗的語言</translation>
    </message>
    <message>
        <source>Not checked yet: checking …</source>
        <translation>尚未檢查，正在檢查…</translation>
    </message>
    <message>
        <source>Checked {time}: nothing open</source>
        <translation>{time} 檢查完畢：沒有待處理的問題</translation>
    </message>
    <message>
        <source>Checked {time}: {errors} errors, {doubts} doubts</source>
        <translation>{time} 檢查完畢：{errors} 個錯誤，{doubts} 個疑問</translation>
    </message>
    <message>
        <source>Show the issues (Alt+8)</source>
        <translation>查看問題（Alt+8）</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是誰？</translation>
    </message>
    <message>
        <source>Every change is made in this name. Press to change it.</source>
        <translation>每次改動都以此姓名記錄。按一下可更改。</translation>
    </message>
    <message>
        <source>Values checked: {errors} errors, {doubts} doubts; texts are being checked …</source>
        <translation>數值已檢查：{errors} 個錯誤，{doubts} 個疑問；正在檢查文字…</translation>
    </message>
</context>
<context>
    <name>StepNames</name>
    <message>
        <source>{first} and others ({count} in all)</source>
        <translation>{first} 等 {count} 項</translation>
    </message>
    <message>
        <source>{name} taken away</source>
        <translation>移除：{name}</translation>
    </message>
    <message>
        <source>{name} cleared</source>
        <translation>清空：{name}</translation>
    </message>
    <message>
        <source>{name} to {value}</source>
        <translation>改為 {value}：{name}</translation>
    </message>
    <message>
        <source>{name} as an estimate</source>
        <translation>標為估算值：{name}</translation>
    </message>
    <message>
        <source>{name} as measured</source>
        <translation>標為實測值：{name}</translation>
    </message>
    <message>
        <source>footnote of {name}</source>
        <translation>腳註：{name}</translation>
    </message>
    <message>
        <source>note on {name}</source>
        <translation>備註：{name}</translation>
    </message>
    <message>
        <source>method and source of {name}</source>
        <translation>方法及來源：{name}</translation>
    </message>
    <message>
        <source>confirmation of {name}</source>
        <translation>確認仍然成立：{name}</translation>
    </message>
    <message>
        <source>“{words}” out of {name}</source>
        <translation>刪去「{words}」：{name}</translation>
    </message>
    <message>
        <source>“{words}” instead in {name}</source>
        <translation>改寫為「{words}」：{name}</translation>
    </message>
    <message>
        <source>“{words}” into {name}</source>
        <translation>寫入「{words}」：{name}</translation>
    </message>
    <message>
        <source>row taken out: {name}</source>
        <translation>刪除列：{name}</translation>
    </message>
    <message>
        <source>new row: {name}</source>
        <translation>新增列：{name}</translation>
    </message>
    <message>
        <source>{name} moved</source>
        <translation>移動：{name}</translation>
    </message>
    <message>
        <source>picture of {name}</source>
        <translation>圖片：{name}</translation>
    </message>
</context>
<context>
    <name>StructureDeeds</name>
    <message>
        <source>move “{name}”</source>
        <translation>移動「{name}」</translation>
    </message>
    <message>
        <source>rename “{name}”</source>
        <translation>改名「{name}」</translation>
    </message>
    <message>
        <source>change “{name}”</source>
        <translation>更改「{name}」</translation>
    </message>
    <message>
        <source>new text “{name}”</source>
        <translation>新增文字「{name}」</translation>
    </message>
    <message>
        <source>new section “{name}”</source>
        <translation>新增章節「{name}」</translation>
    </message>
    <message>
        <source>Place a metric in this section first: a chart shows metrics.</source>
        <translation>圖表要顯示指標：請先在本節放入一項指標。</translation>
    </message>
    <message>
        <source>new block in “{name}”</source>
        <translation>在「{name}」中新增內容</translation>
    </message>
    <message>
        <source>place “{name}”</source>
        <translation>放入「{name}」</translation>
    </message>
    <message>
        <source>remove “{name}”</source>
        <translation>刪除「{name}」</translation>
    </message>
</context>
<context>
    <name>StructureDetail</name>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>披露項</translation>
    </message>
    <message>
        <source>Years shown</source>
        <translation>顯示年數</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>圖表類型</translation>
    </message>
    <message>
        <source>Place a metric that is there</source>
        <translation>放入已有指標</translation>
    </message>
    <message>
        <source>Evidence required</source>
        <translation>須附憑證</translation>
    </message>
    <message>
        <source>Add a disclosure</source>
        <translation>加披露項</translation>
    </message>
    <message>
        <source>Name, code or initials</source>
        <translation>名稱、編碼或拼音首字母</translation>
    </message>
    <message>
        <source>New metric …</source>
        <translation>新指標…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Change metric …</source>
        <translation>修改指標…</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>刪除…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>直條圖</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>橫條圖</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折線圖</translation>
    </message>
    <message>
        <source>Shares of a whole</source>
        <translation>各部分佔比</translation>
    </message>
    <message>
        <source>as what it stands in</source>
        <translation>沿用上級</translation>
    </message>
    <message>
        <source>Title ({language})</source>
        <translation>標題（{language}）</translation>
    </message>
    <message>
        <source>can follow later</source>
        <translation>可以以後補</translation>
    </message>
    <message>
        <source>Not written yet: {languages}. It is listed among the issues and holds nothing up.</source>
        <translation>還沒有{languages}文字：會列在「問題」裡，不妨礙現在的改動。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>StructureModel</name>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>披露項</translation>
    </message>
</context>
<context>
    <name>StructurePage</name>
    <message>
        <source>Structure</source>
        <translation>結構</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>新章節</translation>
    </message>
    <message>
        <source>New metric</source>
        <translation>新指標</translation>
    </message>
    <message>
        <source>Company …</source>
        <translation>公司資料…</translation>
    </message>
    <message>
        <source>Emission sources …</source>
        <translation>排放源…</translation>
    </message>
    <message>
        <source>Outline of the report</source>
        <translation>報告大綱</translation>
    </message>
    <message>
        <source>{chapters} chapters, {sections} sections, {blocks} blocks</source>
        <translation>{chapters} 章 {sections} 節 {blocks} 塊</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>唯讀開啟。</translation>
    </message>
    <message>
        <source>“{name}” was removed. Undo (Ctrl+Z) brings it back.</source>
        <translation>已刪除「{name}」，復原（Ctrl+Z）即可恢復。</translation>
    </message>
</context>
<context>
    <name>TableHand</name>
    <message>
        <source>Row above</source>
        <translation>在上方插入列</translation>
    </message>
    <message>
        <source>Row below</source>
        <translation>在下方插入列</translation>
    </message>
    <message>
        <source>Column before</source>
        <translation>在左側插入欄</translation>
    </message>
    <message>
        <source>Column after</source>
        <translation>在右側插入欄</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>刪除列</translation>
    </message>
    <message>
        <source>Delete column</source>
        <translation>刪除欄</translation>
    </message>
    <message>
        <source>Delete table</source>
        <translation>刪除表格</translation>
    </message>
    <message>
        <source>Insert table</source>
        <translation>插入表格</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Words of this section. Type { to put in a number that stays up to date.</source>
        <translation>在此撰寫本節文字。輸入 { 可插入自動更新的數字。</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>Not touched since {report}.</source>
        <translation>自{report}起未修改。</translation>
    </message>
    <message>
        <source>The words still name {year}.</source>
        <translation>文中還寫着 {year} 年。</translation>
    </message>
    <message>
        <source>Numbers without a value: {count}</source>
        <translation>{count} 個數字還沒有數值</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在儲存…</translation>
    </message>
    <message>
        <source>links</source>
        <translation>文字中的引用</translation>
    </message>
    <message>
        <source>Not saved yet, will be tried again</source>
        <translation>尚未儲存，稍後重試</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已儲存</translation>
    </message>
</context>
<context>
    <name>TextGuideFields</name>
    <message>
        <source>Purpose ({language})</source>
        <translation>寫作要求（{language}）</translation>
    </message>
    <message>
        <source>What is to be written here</source>
        <translation>這裏要寫甚麼</translation>
    </message>
    <message>
        <source>Length, in Chinese characters</source>
        <translation>篇幅（按中文字數）</translation>
    </message>
    <message>
        <source>200-350, or 30 for at most so many</source>
        <translation>200-350，或只寫上限，例如 30</translation>
    </message>
    <message>
        <source>Write it like 200-350, or like 30 for at most so many.</source>
        <translation>請寫成 200-350，或只寫上限，例如 30。</translation>
    </message>
</context>
<context>
    <name>TextTools</name>
    <message>
        <source>Insert number</source>
        <translation>插入數字</translation>
    </message>
    <message>
        <source>A number that stays up to date ({key})</source>
        <translation>插入會隨數據更新的數字（{key}）</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>A new table; in a table its rows and columns</source>
        <translation>插入表格；游標在表格中時，增刪列和欄</translation>
    </message>
</context>
<context>
    <name>ThreadWords</name>
    <message>
        <source>Questions: {count}, open: {open}</source>
        <translation>提問 {count} 條，待答覆 {open} 條</translation>
    </message>
    <message>
        <source>Questions: {count}, all answered</source>
        <translation>提問 {count} 條，均已答覆</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Year that is filled in</source>
        <translation>填報年度</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Go to or do … (Ctrl+K)</source>
        <translation>前往或執行…（Ctrl+K）</translation>
    </message>
    <message>
        <source>Go to or do</source>
        <translation>前往或執行</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Changes that could not be saved: {count}. Save everything as a new workspace, or close nevertheless and lose them?</source>
        <translation>有 {count} 處修改未能儲存。要把全部內容另存為新工作區，還是仍要關閉並放棄這些修改？</translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <source>Another key</source>
        <translation>密鑰不同</translation>
    </message>
    <message>
        <source>{file} is signed as {person}, but with another key than before</source>
        <translation>{file} 以{person}的名義簽署，但密鑰與以前不同</translation>
    </message>
    <message>
        <source>Every computer on which somebody fills in has a key of its own. Another key may mean a new computer or a new account of {person}, or that somebody else has made this file in that name.</source>
        <translation>每部用來填報的電腦都有自己的密鑰。密鑰不同，可能是{person}換了電腦或帳戶，亦可能是他人冒名製作了這個檔案。</translation>
    </message>
    <message>
        <source>Ask {person} in person or by phone, not by answering the mail: did you make this file, and on which computer? Only then believe the new key. The old one is forgotten; what was taken before stays.</source>
        <translation>請當面或致電問{person}，不要回覆電郵：這個檔案是您製作的嗎，用的哪部電腦？屬實才認可新密鑰。舊密鑰不再有效，以前收下的內容不變。</translation>
    </message>
    <message>
        <source>Do not take it</source>
        <translation>不收下</translation>
    </message>
    <message>
        <source>I have asked: believe this key</source>
        <translation>已核實，認可新密鑰</translation>
    </message>
</context>
<context>
    <name>TwoSides</name>
    <message>
        <source>Keep mine</source>
        <translation>保留工作區的</translation>
    </message>
    <message>
        <source>Take the newer</source>
        <translation>採用新版的</translation>
    </message>
</context>
<context>
    <name>UnitMenu</name>
    <message>
        <source>“{text}” is meant in</source>
        <translation>「{text}」的單位是</translation>
    </message>
    <message>
        <source>No value because it is</source>
        <translation>沒有數值，因為</translation>
    </message>
</context>
<context>
    <name>Updating</name>
    <message>
        <source>newer definitions</source>
        <translation>更新指標庫</translation>
    </message>
    <message>
        <source>Newer definitions taken back, but for {count} that were changed or filled in since.</source>
        <translation>已撤銷指標庫的更新；其中 {count} 處此後已有改動或數值，予以保留。</translation>
    </message>
    <message>
        <source>The newer definitions are in force.</source>
        <translation>新的指標庫已生效。</translation>
    </message>
</context>
<context>
    <name>ValueMakingDialog</name>
    <message>
        <source>How the value was made</source>
        <translation>數值的來歷</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Footnote (printed)</source>
        <translation>腳註（印出）</translation>
    </message>
    <message>
        <source>Note (internal, never printed)</source>
        <translation>備註（內部，不印出）</translation>
    </message>
    <message>
        <source>There is no typed value here yet.</source>
        <translation>這裡還沒有填寫數值。</translation>
    </message>
</context>
<context>
    <name>ValuePutting</name>
    <message>
        <source>Cells read: {number} of {count} …</source>
        <translation>已讀入儲存格：{number} / {count} …</translation>
    </message>
</context>
<context>
    <name>VerdictList</name>
    <message>
        <source>Verdicts</source>
        <translation>鑑證結論</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>結論</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>By</source>
        <translation>鑑證人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Cannot be taken</source>
        <translation>不能讀入</translation>
    </message>
    <message>
        <source>Did not pass</source>
        <translation>未通過</translation>
    </message>
    <message>
        <source>Changed since it was judged</source>
        <translation>作出結論後又有改動</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通過</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通過</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>未通過</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Verify the history</source>
        <translation>核驗修改紀錄</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>核驗結果</translation>
    </message>
    <message>
        <source>Packs and answers …</source>
        <translation>對照填報包和答覆…</translation>
    </message>
    <message>
        <source>a hash that was noted or printed elsewhere, if there is one</source>
        <translation>若在別處記下過，填在這裏對照</translation>
    </message>
    <message>
        <source>Copy the hash</source>
        <translation>複製雜湊值</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>重新核驗</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Noted &amp;hash</source>
        <translation>記下的雜湊值(&amp;H)</translation>
    </message>
    <message>
        <source>The history is held against itself, against the values, and against whatever remembers it: freezes, this computer, backups, copies, packs and answers.</source>
        <translation>修改紀錄前後是否相連、與目前數值是否一致，並與記得它的各方對照：封存版本、這部電腦、備份、旁邊的副本、填報包和答覆。</translation>
    </message>
    <message>
        <source>Annals packs</source>
        <translation>Annals 填報包</translation>
    </message>
    <message>
        <source>Packs and answers</source>
        <translation>填報包和答覆</translation>
    </message>
    <message>
        <source>Verifying …</source>
        <translation>正在核驗…</translation>
    </message>
    <message>
        <source>Newest entry: {number}, hash {head}. Whoever notes it elsewhere can tell later whether anything was cut off or written anew.</source>
        <translation>最後一條：第 {number} 條，雜湊值 {head}。在別處記下它，以後就能知道紀錄有沒有被截短或重寫。</translation>
    </message>
    <message>
        <source>Freezes agree, and their signatures: {count}.</source>
        <translation>{count} 個封存版本及其簽署相符。</translation>
    </message>
    <message>
        <source>This computer saw entry {number} on {date}: it is still the same.</source>
        <translation>這部電腦 {date} 見過第 {number} 條，至今未變。</translation>
    </message>
    <message>
        <source>Backups that this computer remembers agree: {count}.</source>
        <translation>這部電腦記得的 {count} 個備份相符。</translation>
    </message>
    <message>
        <source>Packs and answers that were named agree: {count}.</source>
        <translation>所選的 {count} 個填報包和答覆相符。</translation>
    </message>
    <message>
        <source>Nobody else who was asked knows a later or another history.</source>
        <translation>沒有發現更晚的或不同的修改紀錄。</translation>
    </message>
    <message>
        <source>Consistent: the file, its {count} entries and the values agree with each other.</source>
        <translation>一致：檔案、{count} 條修改紀錄和目前值彼此相符。</translation>
    </message>
    <message>
        <source>The noted hash is part of this history: up to it nothing was cut off or written anew.</source>
        <translation>所記的雜湊在這裏的修改紀錄中：到那一條為止沒有被截短或重寫。</translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Opening …</source>
        <translation>正在開啟…</translation>
    </message>
</context>
<context>
    <name>WordReportDialog</name>
    <message>
        <source>Take in a report in Word</source>
        <translation>收進一份 Word 報告</translation>
    </message>
    <message>
        <source>A new report</source>
        <translation>新報告</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>放到</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Headings of the report</source>
        <translation>報告的標題</translation>
    </message>
    <message>
        <source>Words below the heading</source>
        <translation>標題下的文字</translation>
    </message>
    <message>
        <source>Save tables of figures …</source>
        <translation>儲存數據表…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收進</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>收進</translation>
    </message>
    <message>
        <source>Language of the file</source>
        <translation>檔案的語言</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>a new section</source>
        <translation>新的一節</translation>
    </message>
    <message>
        <source>the section of this name</source>
        <translation>同名的一節</translation>
    </message>
    <message>
        <source>with the heading above</source>
        <translation>併入上一級標題</translation>
    </message>
    <message>
        <source>words stand there already</source>
        <translation>該處已有文字</translation>
    </message>
    <message>
        <source>no text for it</source>
        <translation>沒有對應的位置</translation>
    </message>
    <message>
        <source>Headings: {sections}, texts: {texts}. Tables of figures: {tables}; save them and import them.</source>
        <translation>{sections} 個標題，{texts} 段文字；{tables} 張數據表，請儲存後再匯入。</translation>
    </message>
    <message>
        <source>Left out: the {count} characters before the first heading (cover, contents).</source>
        <translation>第一個標題之前的 {count} 個字元不收（封面、目錄）。</translation>
    </message>
    <message>
        <source>Save tables of figures</source>
        <translation>儲存數據表</translation>
    </message>
    <message>
        <source>{count} tables are in {folder}.</source>
        <translation>{count} 張數據表已存到 {folder}。</translation>
    </message>
    <message>
        <source>Looking for the values that the numbers are …</source>
        <translation>正在查找各數字對應的數值…</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Type { to put in a number that stays up to date. An empty line begins a new paragraph.</source>
        <translation>鍵入 { 可插入隨數據更新的數字；空一行另起一段。</translation>
    </message>
    <message>
        <source>Characters: {count}</source>
        <translation>{count} 字</translation>
    </message>
</context>
</TS>
