<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New workspace …</source>
        <translation>新建工作区(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a received &amp;pack …</source>
        <translation>打开收到的填报包(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Hand in …</source>
        <translation>提交(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Sample workspace …</source>
        <translation>示例工作区(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Verify the history …</source>
        <translation>核验修改记录(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Close workspace</source>
        <translation>关闭工作区(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import figures …</source>
        <translation>导入数据(&amp;I)…</translation>
    </message>
    <message>
        <source>Con&amp;tradictions …</source>
        <translation>相互矛盾(&amp;T)…</translation>
    </message>
    <message>
        <source>Prin&amp;t …</source>
        <translation>打印(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Backups …</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>Cu&amp;t cells</source>
        <translation>剪切单元格(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation>复制单元格(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste cells</source>
        <translation>粘贴单元格(&amp;P)</translation>
    </message>
    <message>
        <source>Paste as &amp;new metrics</source>
        <translation>粘贴为新指标(&amp;N)</translation>
    </message>
    <message>
        <source>Fill &amp;down</source>
        <translation>向下填充(&amp;D)</translation>
    </message>
    <message>
        <source>Fill ri&amp;ght</source>
        <translation>向右填充(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;lear cells</source>
        <translation>清空单元格(&amp;L)</translation>
    </message>
    <message>
        <source>Filter ro&amp;w</source>
        <translation>筛选行(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Find here …</source>
        <translation>在此查找(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Evidence of this value …</source>
        <translation>此处的证明文件(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Method and source of this value …</source>
        <translation>此处数值的方法和来源(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Ask or answer here …</source>
        <translation>在此提问或答复(&amp;A)…</translation>
    </message>
    <message>
        <source>F&amp;ollow-up mark on or off</source>
        <translation>标记或取消须跟进(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Requests</source>
        <translation>征集情况(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>审核(&amp;V)</translation>
    </message>
    <message>
        <source>What &amp;came in</source>
        <translation>收到的(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>填报表(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;ections</source>
        <translation>章节(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Issues</source>
        <translation>问题(&amp;I)</translation>
    </message>
    <message>
        <source>Struct&amp;ure</source>
        <translation>结构(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Go to or do …</source>
        <translation>前往或执行(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Previous section</source>
        <translation>上一节(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next section</source>
        <translation>下一节(&amp;N)</translation>
    </message>
    <message>
        <source>Next open i&amp;tem</source>
        <translation>下一个未完成项(&amp;T)</translation>
    </message>
    <message>
        <source>Previous open ite&amp;m</source>
        <translation>上一个未完成项(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Form, page or both</source>
        <translation>表单、页面或两者(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pass on to a colleague …</source>
        <translation>转交同事(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Send to departments …</source>
        <translation>发送给部门(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Take in answers …</source>
        <translation>收取答复(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Who I am …</source>
        <translation>我是谁(&amp;W)…</translation>
    </message>
    <message>
        <source>Co&amp;verage …</source>
        <translation>披露覆盖(&amp;V)…</translation>
    </message>
    <message>
        <source>Chec&amp;k everything</source>
        <translation>全部检查(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Assurance by an auditor …</source>
        <translation>鉴证(&amp;A)…</translation>
    </message>
    <message>
        <source>Next &amp;year&apos;s or another report …</source>
        <translation>下一年度或其他报告(&amp;Y)…</translation>
    </message>
    <message>
        <source>Confirm &amp;definitions …</source>
        <translation>确认口径(&amp;D)…</translation>
    </message>
    <message>
        <source>Ne&amp;wer definitions …</source>
        <translation>更新指标库(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>用户手册(&amp;M)</translation>
    </message>
    <message>
        <source>Loo&amp;k as the system does</source>
        <translation>外观跟随系统(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Ask departments …</source>
        <translation>向部门征集(&amp;A)…</translation>
    </message>
    <message>
        <source>M&amp;y work</source>
        <translation>我的工作(&amp;Y)</translation>
    </message>
    <message>
        <source>Overvie&amp;w</source>
        <translation>总览(&amp;W)</translation>
    </message>
    <message>
        <source>Cata&amp;logue</source>
        <translation>指标库(&amp;L)</translation>
    </message>
    <message>
        <source>Ne&amp;xt issue</source>
        <translation>下一个问题(&amp;X)</translation>
    </message>
    <message>
        <source>Previ&amp;ous issue</source>
        <translation>上一个问题(&amp;O)</translation>
    </message>
    <message>
        <source>Peop&amp;le …</source>
        <translation>人员(&amp;L)…</translation>
    </message>
    <message>
        <source>Free&amp;zes …</source>
        <translation>封存版本(&amp;Z)…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>A&amp;bout Annals</source>
        <translation>关于 Annals(&amp;B)</translation>
    </message>
    <message>
        <source>In a sheet only (Alt+6, Alt+0)</source>
        <translation>只能在填报表或指标库中使用（Alt+6、Alt+0）</translation>
    </message>
    <message>
        <source>In the catalogue only (Alt+0)</source>
        <translation>只能在指标库中使用（Alt+0）</translation>
    </message>
    <message>
        <source>Save &amp;as a new workspace …</source>
        <translation>另存为新工作区(&amp;A)…</translation>
    </message>
    <message>
        <source>Sc&amp;an a text</source>
        <translation>核对文字(&amp;A)</translation>
    </message>
    <message>
        <source>Open a &amp;database …</source>
        <translation>打开数据库(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>Allowing</name>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Answer {count} doubts …</source>
        <translation>答复 {count} 处疑问…</translation>
    </message>
    <message>
        <source>Answer doubt …</source>
        <translation>答复疑问…</translation>
    </message>
    <message>
        <source>Say why a doubt needs no change; a later change opens it again.</source>
        <translation>写明为什么无需修改；以后再改，疑问会重新出现。</translation>
    </message>
    <message>
        <source>Answered doubts</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Take answer back</source>
        <translation>撤回答复</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Answer doubts</source>
        <translation>答复疑问</translation>
    </message>
    <message>
        <source>Doubts that the reason answers</source>
        <translation>这条理由答复的疑问</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why this is right as it stands: what was checked, where it comes from</source>
        <translation>为什么无需修改：核对了什么、依据在哪里</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Others of the same kind stand below: tick what it answers, too.</source>
        <translation>下面列出同类疑问，也能用这条理由答复的请勾选。</translation>
    </message>
    <message>
        <source>Kept with your name and the date, printed nowhere. A later change opens the doubt again.</source>
        <translation>理由连同您的姓名和日期保存，不会印出。以后再改，疑问会重新出现。</translation>
    </message>
    <message>
        <source>Answer {count} doubts</source>
        <translation>答复 {count} 处疑问</translation>
    </message>
    <message>
        <source>Answer doubt</source>
        <translation>答复疑问</translation>
    </message>
    <message>
        <source>answer to doubts</source>
        <translation>答复疑问</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>answer taken back</source>
        <translation>撤回答复</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Ask departments</source>
        <translation>向部门征集</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部门</translation>
    </message>
    <message>
        <source>Guidance for all</source>
        <translation>统一填报说明</translation>
    </message>
    <message>
        <source>How it is to be filled in, where it comes from, whom to ask</source>
        <translation>怎样填、数据从哪里来、有问题找谁</translation>
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
        <translation>部门自己的说明会代替统一说明；条目的说明显示在该条目处。</translation>
    </message>
    <message>
        <source>Guidance for {name}</source>
        <translation>给“{name}”的填报说明</translation>
    </message>
    <message>
        <source>Departments: {count}, items: {items}</source>
        <translation>部门 {count} 个，条目 {items} 项</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>征集</translation>
    </message>
    <message>
        <source>Tick at least one department.</source>
        <translation>请至少勾选一个部门。</translation>
    </message>
    <message>
        <source>This day is over already.</source>
        <translation>这一天已经过去。</translation>
    </message>
    <message>
        <source>asking departments</source>
        <translation>向部门征集</translation>
    </message>
</context>
<context>
    <name>AskedLine</name>
    <message>
        <source>What is asked here</source>
        <translation>这里的填报要求</translation>
    </message>
    <message>
        <source>Came back: {reason}</source>
        <translation>已退回：{reason}</translation>
    </message>
    <message>
        <source>Asked: {words}</source>
        <translation>填报说明：{words}</translation>
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
        <translation>部门</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>填报说明</translation>
    </message>
    <message>
        <source>Departments and their items</source>
        <translation>部门及其条目</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未征集</translation>
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
        <translation>确认口径</translation>
    </message>
    <message>
        <source>These definitions were assumed and are printed nowhere until you confirm them. Tick what is right; what is not, word otherwise first (double-click). Several chosen rows are ticked together (space).</source>
        <translation>以下口径由系统假定，确认前不会印出。口径无误请勾选；有误请先改写（双击）。选中多行后按空格键可一并勾选。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Tick chosen rows</source>
        <translation>勾选选中行</translation>
    </message>
    <message>
        <source>Reason (kept in the history)</source>
        <translation>理由（记入修改记录）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A definition that is confirmed needs words.</source>
        <translation>要确认的口径不能为空。</translation>
    </message>
    <message>
        <source>Reworded in one language: {count}. The other languages keep their words and go on waiting here until they are reworded or confirmed, too.</source>
        <translation>有 {count} 项口径只改写了一种语言：其他语言保留原文，仍列在这里待确认，改写或确认后才会印出。</translation>
    </message>
    <message>
        <source>Confirm {count}</source>
        <translation>确认 {count} 项</translation>
    </message>
    <message>
        <source>definition of {names}</source>
        <translation>口径：{names}</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何改动。</translation>
    </message>
</context>
<context>
    <name>AssuranceDialog</name>
    <message>
        <source>Assurance</source>
        <translation>鉴证</translation>
    </message>
    <message>
        <source>Pack for the auditor …</source>
        <translation>生成鉴证资料…</translation>
    </message>
    <message>
        <source>Read verdicts back …</source>
        <translation>读回鉴证结论…</translation>
    </message>
    <message>
        <source>Who I am …</source>
        <translation>我是谁…</translation>
    </message>
    <message>
        <source>Do not take</source>
        <translation>不收下</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>An auditor judges the numbers of a report in a workbook; what comes back can also be dropped here.</source>
        <translation>鉴证人员在工作簿里逐个数填写结论；收回的工作簿也可以拖到这里。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>{count} numbers judged: {failed} did not pass, {stale} were changed since. A click leads there.</source>
        <translation>已有结论 {count} 个：未通过 {failed} 个，之后又有改动 {stale} 个。点击可到该处。</translation>
    </message>
    <message>
        <source>Nothing has been judged yet: make the pack for the auditor, and read the workbook back.</source>
        <translation>还没有鉴证结论：先生成鉴证资料交给鉴证人员，再读回填好的工作簿。</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>The auditor&apos;s workbook</source>
        <translation>鉴证人员交回的工作簿</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>正在读取 {file} …</translation>
    </message>
    <message>
        <source>{file}, {report}: {count} new verdicts, {same} known already, {refused} rows cannot be taken. Nothing is stored yet.</source>
        <translation>{file}（{report}）：新结论 {count} 个，已有 {same} 个，不能读入 {refused} 行。还没有保存。</translation>
    </message>
    <message>
        <source>verdicts of {file}</source>
        <translation>读入 {file} 的鉴证结论</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>Take {count} verdicts</source>
        <translation>收下 {count} 个结论</translation>
    </message>
</context>
<context>
    <name>AssurancePackDialog</name>
    <message>
        <source>Pack for the auditor</source>
        <translation>鉴证资料</translation>
    </message>
    <message>
        <source>Only these chapters</source>
        <translation>只含以下各章</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Make the pack</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>A workbook with each number in scope, what stands behind it and two columns for the auditor&apos;s verdict; the history; the evidence. The whole folder goes to the auditor, the workbook comes back.</source>
        <translation>工作簿里列出范围内的每个数及其依据，另有两列供鉴证人员填写结论；文件夹里还有修改记录和证明文件。整个文件夹交给鉴证人员，收回的是工作簿。</translation>
    </message>
    <message>
        <source>Tick at least one chapter.</source>
        <translation>请至少勾选一章。</translation>
    </message>
    <message>
        <source>Writing the pack …</source>
        <translation>正在生成鉴证资料…</translation>
    </message>
    <message>
        <source>✓ {count} files in {folder}</source>
        <translation>✓ 已生成 {count} 个文件，在 {folder}</translation>
    </message>
    <message>
        <source>{old} was changed by someone and is kept; the new one is {new}.</source>
        <translation>{old} 已有人改动，予以保留；新生成的是 {new}。</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>此后的改动</translation>
    </message>
    <message>
        <source>Restore as a workspace of its own …</source>
        <translation>恢复为另一个工作区…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Kept by itself before imports, answers taken in, new definitions and new reports, and after each half hour of changes. Restoring makes a file of its own; this workspace stays as it is.</source>
        <translation>导入、收取答复、换用新定义、建立新报告之前，以及修改每满半小时，都会自动备份。恢复时另存为一个文件，当前工作区不变。</translation>
    </message>
    <message>
        <source>{count} backups, {size} MB of at most {most} MB, in {folder}</source>
        <translation>共 {count} 个备份，{size} MB（上限 {most} MB），在 {folder}</translation>
    </message>
    <message>
        <source>There is no backup yet; the first is made before the first of these.</source>
        <translation>还没有备份；第一次遇到上述情况时就会自动备份。</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>第 {number} 条</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Changed since this backup: {count}. A click leads to the place of each.</source>
        <translation>此备份之后有 {count} 处改动。点击可前往所在位置。</translation>
    </message>
    <message>
        <source>Nothing has changed since this backup.</source>
        <translation>此备份之后没有改动。</translation>
    </message>
    <message>
        <source>Annals workspaces</source>
        <translation>Annals 工作区</translation>
    </message>
    <message>
        <source>Restore the backup to</source>
        <translation>恢复到</translation>
    </message>
    <message>
        <source>Checking the backup …</source>
        <translation>正在核验备份…</translation>
    </message>
    <message>
        <source>✓ Restored: {path}. Open it from the menu “File”.</source>
        <translation>✓ 已恢复到 {path}，可用菜单“文件”打开。</translation>
    </message>
    <message>
        <source>The workspace is in a database: whoever looks after its server arranges the backups.</source>
        <translation>工作区在数据库中，备份由服务器管理员安排。</translation>
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
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Pasted: {count}</source>
        <translation>已粘贴 {count} 个</translation>
    </message>
    <message>
        <source>; could not be read, kept and marked: {count}</source>
        <translation>；{count} 个看不懂，已保留并标出</translation>
    </message>
    <message>
        <source>; had no place: {count}</source>
        <translation>；{count} 个没有位置</translation>
    </message>
    <message>
        <source>filling</source>
        <translation>填充</translation>
    </message>
</context>
<context>
    <name>BreakdownModel</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Evidence: {names}</source>
        <translation>证明文件：{names}</translation>
    </message>
    <message>
        <source>To be looked at again</source>
        <translation>须跟进</translation>
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
        <translation>这一部分无法显示；表单的其余部分仍可使用。</translation>
    </message>
    <message>
        <source>%1 cannot be shown: what stands there is nothing that Annals writes.</source>
        <translation>%1 无法显示：其中的内容不是 Annals 写入的。</translation>
    </message>
    <message>
        <source>clearing of what cannot be shown</source>
        <translation>清除无法显示的内容</translation>
    </message>
    <message>
        <source>Cleared. Choose the section again to fill it in.</source>
        <translation>已清除。重新选择本节即可填写。</translation>
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
        <translation>收取答复…</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>带来的内容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发来</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>By</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>Nothing has come in yet. Answers, filled forms and files of figures that are taken in stand here, each with what it brought. They can be dropped on the window.</source>
        <translation>还没有收到任何内容。收取的答复、填好的填报表和导入的数据文件都列在这里，并列明各自带来的内容。文件可以直接拖到窗口里。</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 项</translation>
    </message>
    <message>
        <source>{count} since your last visit</source>
        <translation>上次查看后新到 {count} 项</translation>
    </message>
    <message>
        <source>{name}: new since your last visit</source>
        <translation>{name}：上次查看后新到</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>答复 {number}</translation>
    </message>
    <message>
        <source>Import {number}</source>
        <translation>导入 {number}</translation>
    </message>
    <message>
        <source>taken back by {who}, {when}</source>
        <translation>已由{who}撤回，{when}</translation>
    </message>
    <message>
        <source>taken: {count}</source>
        <translation>收下 {count} 项</translation>
    </message>
    <message>
        <source>still as it came: {count}</source>
        <translation>其中 {count} 项未再改动</translation>
    </message>
    <message>
        <source>decided for what stood here: {count}</source>
        <translation>保留原有 {count} 项</translation>
    </message>
    <message>
        <source>not decided: {count}</source>
        <translation>未裁定 {count} 项</translation>
    </message>
    <message>
        <source>refused: {count}</source>
        <translation>未收下 {count} 项</translation>
    </message>
    <message>
        <source>nothing taken</source>
        <translation>没有收下</translation>
    </message>
    <message>
        <source>brought nothing new</source>
        <translation>没有新内容</translation>
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
        <translation>有 {count} 项会恢复为原来的内容。</translation>
    </message>
    <message>
        <source>Yes, take it back</source>
        <translation>确认撤回</translation>
    </message>
    <message>
        <source>✓ Taken back: {count} items.</source>
        <translation>✓ 已撤回 {count} 项。</translation>
    </message>
    <message>
        <source>Left as it is, since it was changed or approved after that: {names}.</source>
        <translation>之后又改动或批准过、保持不变的：{names}。</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Questionnaire</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>This questionnaire stands in the report’s definitions; there is nothing to fill in here.</source>
        <translation>此问卷由报告的定义生成，这里无需填写。</translation>
    </message>
    <message>
        <source>This figure is drawn by the program from the report’s definitions; there is nothing to fill in here.</source>
        <translation>此图由程序按报告的定义绘制，这里无需填写。</translation>
    </message>
    <message>
        <source>As it prints</source>
        <translation>印出来的样子</translation>
    </message>
    <message>
        <source>Show the page beside the form (F7)</source>
        <translation>在表单旁显示页面（F7）</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>走势</translation>
    </message>
</context>
<context>
    <name>CarriedBar</name>
    <message>
        <source>Still true</source>
        <translation>仍然属实</translation>
    </message>
    <message>
        <source>Confirm that this still holds for the new year; the mark goes away.</source>
        <translation>确认这部分内容在新年度仍然成立，标记随之消失。</translation>
    </message>
</context>
<context>
    <name>CatalogueMenus</name>
    <message>
        <source>Anything can be typed here.</source>
        <translation>这里可以填写任何文字。</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>（留空）</translation>
    </message>
    <message>
        <source>Paste as &amp;new metrics</source>
        <translation>粘贴为新指标(&amp;N)</translation>
    </message>
    <message>
        <source>Change in its &amp;form …</source>
        <translation>在表单中修改(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>CatalogueModel</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>No department</source>
        <translation>未指定部门</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>A department&apos;s head: type into the lines below it.</source>
        <translation>这是部门标题行，请在下面各行填写。</translation>
    </message>
    <message>
        <source>There is no line or column for it; Ctrl+Shift+V makes new metrics of what is copied.</source>
        <translation>没有对应的行或列；按 Ctrl+Shift+V 可把复制的内容逐行新增为指标。</translation>
    </message>
    <message>
        <source>Metric code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Names are changed in the columns of their languages; a code stays, values are kept by it.</source>
        <translation>名称请在相应语言的列中修改；编码不能改，数值按编码保存。</translation>
    </message>
    <message>
        <source>It follows from the outline: place the metric in the structure (Alt+9).</source>
        <translation>由报告结构得出：请在“结构”（Alt+9）中放置指标。</translation>
    </message>
    <message>
        <source>A rule, or several totals, say this: change them in the catalogue&apos;s workbook.</source>
        <translation>由规则或多个合计规定：请在指标库工作簿中修改。</translation>
    </message>
    <message>
        <source>“{name}” needs it: {reason}</source>
        <translation>“{name}”要用到它：{reason}</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Catalogue</source>
        <translation>指标库</translation>
    </message>
    <message>
        <source>What is said of metrics</source>
        <translation>指标的各项规定</translation>
    </message>
    <message>
        <source>Metrics and their codes</source>
        <translation>指标和编码</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>No metric is called “{words}” here.</source>
        <translation>这里没有名为“{words}”的指标。</translation>
    </message>
    <message>
        <source>There is no metric of that kind.</source>
        <translation>没有这样的指标。</translation>
    </message>
    <message>
        <source>Show all metrics</source>
        <translation>显示全部指标</translation>
    </message>
    <message>
        <source>{count} metrics</source>
        <translation>{count} 个指标</translation>
    </message>
    <message>
        <source>{act} in the catalogue: {what}</source>
        <translation>指标库{act}：{what}</translation>
    </message>
    <message>
        <source>change metric “{what}”</source>
        <translation>修改指标“{what}”</translation>
    </message>
</context>
<context>
    <name>CataloguePutting</name>
    <message>
        <source>Cells read: {number} of {count} …</source>
        <translation>已读入单元格：{number} / {count} …</translation>
    </message>
</context>
<context>
    <name>CatalogueReport</name>
    <message>
        <source>Something was done since: use Undo (Ctrl+Z).</source>
        <translation>之后又有其他操作，请用撤销（Ctrl+Z）。</translation>
    </message>
</context>
<context>
    <name>CatalogueTools</name>
    <message>
        <source>All departments</source>
        <translation>全部部门</translation>
    </message>
    <message>
        <source>All metrics</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>In this report</source>
        <translation>本报告中的</translation>
    </message>
    <message>
        <source>Not in this report</source>
        <translation>不在本报告中的</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>填报的</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算的</translation>
    </message>
    <message>
        <source>A name is missing</source>
        <translation>缺少某种语言名称的</translation>
    </message>
    <message>
        <source>Definition not confirmed</source>
        <translation>口径待确认的</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Which metrics</source>
        <translation>哪些指标</translation>
    </message>
    <message>
        <source>Name, code, or unit</source>
        <translation>名称、编码或单位</translation>
    </message>
    <message>
        <source>Search the catalogue</source>
        <translation>在指标库中查找</translation>
    </message>
    <message>
        <source>Filter row (Ctrl+Shift+L)</source>
        <translation>筛选行（Ctrl+Shift+L）</translation>
    </message>
    <message>
        <source>Filter row</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Copy for Excel</source>
        <translation>复制到 Excel</translation>
    </message>
    <message>
        <source>New metric</source>
        <translation>新指标</translation>
    </message>
</context>
<context>
    <name>CellLine</name>
    <message>
        <source>Value of the chosen cell</source>
        <translation>所选单元格的值</translation>
    </message>
</context>
<context>
    <name>CellMenus</name>
    <message>
        <source>Show in its &amp;section</source>
        <translation>在章节中显示(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ChipCard</name>
    <message>
        <source>Go to its field</source>
        <translation>转到填写处</translation>
    </message>
    <message>
        <source>Enter, while the number is chosen in the text</source>
        <translation>在文中选中数字后按 Enter</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>数量级</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>小数位</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>as the metric has it</source>
        <translation>按指标设定</translation>
    </message>
    <message>
        <source>the value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>change on the year before</source>
        <translation>比上年的变动</translation>
    </message>
    <message>
        <source>change in percent</source>
        <translation>变动百分比</translation>
    </message>
    <message>
        <source>number only</source>
        <translation>只有数字</translation>
    </message>
    <message>
        <source>share of the whole</source>
        <translation>占总数的比例</translation>
    </message>
</context>
<context>
    <name>ChipEdit</name>
    <message>
        <source>Put in a number</source>
        <translation>插入数字</translation>
    </message>
</context>
<context>
    <name>ChipFacts</name>
    <message>
        <source>Nothing in the catalogue is meant by this.</source>
        <translation>指标库里没有与之对应的指标。</translation>
    </message>
    <message>
        <source>none written yet</source>
        <translation>尚未写明</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>出现在</translation>
    </message>
    <message>
        <source>texts only</source>
        <translation>仅出现在文字中</translation>
    </message>
    <message>
        <source>Click: how it is shown · twice: its field</source>
        <translation>单击：选择格式 · 双击：转到填写处</translation>
    </message>
</context>
<context>
    <name>ChosenSum</name>
    <message>
        <source>Cells chosen: {count}</source>
        <translation>选中 {count} 格</translation>
    </message>
    <message>
        <source>numbers: {count}</source>
        <translation>数值 {count} 个</translation>
    </message>
    <message>
        <source>sum: {total}</source>
        <translation>合计 {total}</translation>
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
        <translation>公司信息</translation>
    </message>
    <message>
        <source>Name ({language})</source>
        <translation>名称（{language}）</translation>
    </message>
    <message>
        <source>Short name ({language})</source>
        <translation>简称（{language}）</translation>
    </message>
    <message>
        <source>Stock code</source>
        <translation>股票代码</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Names and headings are asked for in the languages that the company&apos;s name is written in.</source>
        <translation>公司名称写了哪些语言，标题和指标名称就要求哪些语言。</translation>
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
        <translation>公司要有名称：至少写一种语言。</translation>
    </message>
    <message>
        <source>change the company&apos;s data</source>
        <translation>更改公司信息</translation>
    </message>
    <message>
        <source>Last day of the year</source>
        <translation>年度的最后一天</translation>
    </message>
    <message>
        <source>A year over two calendar years</source>
        <translation>跨两个日历年的年度</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Definitions</source>
        <translation>口径和提纲</translation>
    </message>
    <message>
        <source>In no section of a report</source>
        <translation>不在报告章节内</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>修改人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Filter by name, value, person …</source>
        <translation>按名称、数值、人员筛选…</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>The chosen difference in full</source>
        <translation>所选差异的全文</translation>
    </message>
    <message>
        <source>All kinds ({count})</source>
        <translation>全部类别（{count}）</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{count} 项中的 {shown} 项</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>… {count} unchanged</source>
        <translation>…（{count} 段未变）</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>In the answer</source>
        <translation>答复中</translation>
    </message>
    <message>
        <source>Before both</source>
        <translation>双方改动之前</translation>
    </message>
    <message>
        <source>Keep what stands here</source>
        <translation>保留这里的</translation>
    </message>
    <message>
        <source>Take the answer&apos;s</source>
        <translation>采用答复的</translation>
    </message>
    <message>
        <source>Write it from both</source>
        <translation>综合两边另写</translation>
    </message>
</context>
<context>
    <name>ContradictionModel</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>What cannot both hold</source>
        <translation>不能都成立的说法</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>已说明</translation>
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
        <translation>说明</translation>
    </message>
    <message>
        <source>Take explanation back</source>
        <translation>撤回说明</translation>
    </message>
    <message>
        <source>State as restatement …</source>
        <translation>按重述说明…</translation>
    </message>
    <message>
        <source>Later reports that show this value print the reason in a footnote.</source>
        <translation>后续报告引用此数值时，将在脚注中说明原因。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why both may stand: what was counted differently, what was checked</source>
        <translation>两种说法为何都可以成立：口径有何不同、核对过什么</translation>
    </message>
    <message>
        <source>Settled by the reason of a restatement: {reason}</source>
        <translation>已写明重述原因：{reason}</translation>
    </message>
    <message>
        <source>Explained: {reason}</source>
        <translation>已说明：{reason}</translation>
    </message>
    <message>
        <source>Explained: {reason} ({who}, {date})</source>
        <translation>已说明：{reason}（{who}，{date}）</translation>
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
        <translation>待处理 {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>✓ No statements contradict each other here.</source>
        <translation>✓ 没有互相矛盾的说法。</translation>
    </message>
    <message>
        <source>✓ Every contradiction is explained or restated.</source>
        <translation>✓ 所有矛盾都已说明或重述。</translation>
    </message>
    <message>
        <source>Not checked yet …</source>
        <translation>尚未检查…</translation>
    </message>
    <message>
        <source>explanation of a contradiction</source>
        <translation>说明矛盾</translation>
    </message>
</context>
<context>
    <name>CoverageDialog</name>
    <message>
        <source>Coverage</source>
        <translation>披露覆盖</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Disclosure</source>
        <translation>披露项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Missing or left out</source>
        <translation>尚缺或从略</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责部门</translation>
    </message>
    <message>
        <source>{answered} answered ({partly} of them in part), {explained} explained, {open} open</source>
        <translation>已回应 {answered} 项（其中部分回应 {partly} 项），已说明 {explained} 项，待补 {open} 项</translation>
    </message>
    <message>
        <source>{disclosures} disclosures that nothing is mapped to, {items} items without an owner</source>
        <translation>{disclosures} 条披露项没有对应的指标、文字或记录，{items} 项内容没有负责部门</translation>
    </message>
    <message>
        <source>Asked by nobody</source>
        <translation>无人负责</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>没有负责部门</translation>
    </message>
    <message>
        <source>answered in part</source>
        <translation>部分回应</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回应</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>已说明</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待补</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something went wrong in Annals.</source>
        <translation>Annals 出现了意外错误。</translation>
    </message>
    <message>
        <source>If it happens again, send the report to whoever looks after Annals. It holds no values.</source>
        <translation>如再次发生，请把报告发给负责 Annals 的同事；报告里没有数据。</translation>
    </message>
    <message>
        <source>What you entered is saved; look again at the field that you were in. You can go on.</source>
        <translation>填写的内容已保存，请再看一眼刚才所在的那一格。可以继续。</translation>
    </message>
    <message>
        <source>Not saved yet: {count}. It is tried again; leave the window open until it is saved.</source>
        <translation>还有 {count} 处未保存，正在重试；保存之前请不要关闭窗口。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Answered by a note: {reason}</source>
        <translation>已由旧备注答复：{reason}</translation>
    </message>
    <message>
        <source>Answered: {reason} ({who}, {date})</source>
        <translation>已答复：{reason}（{who}，{date}）</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>not collected</source>
        <translation>未统计</translation>
    </message>
    <message>
        <source>unavailable</source>
        <translation>暂无</translation>
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
        <translation>数值详情</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>提问与答复</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Note (internal, never printed)</source>
        <translation>备注（内部，不印出）</translation>
    </message>
    <message>
        <source>How computed</source>
        <translation>计算方法</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>填报部门</translation>
    </message>
    <message>
        <source>About this text</source>
        <translation>文字详情</translation>
    </message>
    <message>
        <source>About this list</source>
        <translation>列表详情</translation>
    </message>
    <message>
        <source>Row: {name}</source>
        <translation>行：{name}</translation>
    </message>
    <message>
        <source>Nobody has asked anything here.</source>
        <translation>此处还没有人提问。</translation>
    </message>
    <message>
        <source>Put the cursor into a value to see its definition, who is asked for it, what earlier reports printed, and every change of it; into a text or a row to see what was asked about it.</source>
        <translation>把光标放到某个数值上，这里会显示它的口径、填报部门、以往报告刊登的数字和全部修改记录；放到文字或行上，会显示有关的提问与答复。</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>披露项</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已刊登的数字</translation>
    </message>
    <message>
        <source>Printed in</source>
        <translation>出现位置</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Not defined yet: the editor has to say what is counted.</source>
        <translation>尚无口径，请编辑说明统计范围。</translation>
    </message>
    <message>
        <source>{words} (assumed: the editor has yet to confirm it)</source>
        <translation>{words}（假定的口径，待编辑确认）</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>工作区的</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>新版的</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理</translation>
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
        <translation>机器起草</translation>
    </message>
    <message>
        <source>The words it follows have changed since</source>
        <translation>所据文字后来改过</translation>
    </message>
    <message>
        <source>machine draft</source>
        <translation>机器起草</translation>
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
        <translation>活动数据乘以系数得出排放量，各排放源相加得出各范围的总量。勾选的排放源列在本报告的一张表里；已有填报数值的总量照旧填报，并与计算结果核对。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>排放源</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动数据</translation>
    </message>
    <message>
        <source>Emission factor</source>
        <translation>排放因子</translation>
    </message>
    <message>
        <source>Where a year has no factor, take the nearest year&apos;s and say so</source>
        <translation>没有当年系数时，借用最近年份的并注明</translation>
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
        <translation>自己的系数</translation>
    </message>
    <message>
        <source>Write down value and source of your own factor: {names}</source>
        <translation>请写下自己的系数的数值和来源：{names}</translation>
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
        <translation>证明文件</translation>
    </message>
    <message>
        <source>Evidence: {count}</source>
        <translation>证明文件：{count}</translation>
    </message>
    <message>
        <source>Evidence: drop files here, or click</source>
        <translation>证明文件：把文件拖到这里，或点击</translation>
    </message>
</context>
<context>
    <name>EvidenceCopies</name>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取这个文件。</translation>
    </message>
    <message>
        <source>Opened as a copy: changes to it are not kept here.</source>
        <translation>打开的是副本：在副本上的改动不会存回这里。</translation>
    </message>
    <message>
        <source>“{name}” may run a program or a macro, or is not what its name says. Open it only if you know who sent it. Open it?</source>
        <translation>“{name}”可能会运行程序或宏，或者与其名称不符。只有在清楚来源时才打开。要打开吗？</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Evidence</source>
        <translation>证明文件</translation>
    </message>
    <message>
        <source>Drop files here, or add them. The page that proves it can be typed into the list.</source>
        <translation>把文件拖到这里，或点“添加文件”。用作证明的页码可在列表中填写。</translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Taken away; Undo brings it back.</source>
        <translation>已移除；撤销可恢复。</translation>
    </message>
    <message>
        <source>Save file as</source>
        <translation>文件另存为</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已存为 {file}</translation>
    </message>
</context>
<context>
    <name>EvidenceIntake</name>
    <message>
        <source>Reading the files …</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>evidence attached</source>
        <translation>附上证明文件</translation>
    </message>
    <message>
        <source>{file} is attached already and keeps the name {known}.</source>
        <translation>{file} 已经附上，名称仍为 {known}。</translation>
    </message>
    <message>
        <source>Attached: {count}</source>
        <translation>已附上 {count} 个文件</translation>
    </message>
    <message>
        <source>These files are attached already.</source>
        <translation>这些文件已经附上。</translation>
    </message>
    <message>
        <source>evidence taken away</source>
        <translation>移除证明文件</translation>
    </message>
    <message>
        <source>page of evidence</source>
        <translation>证明文件的页码</translation>
    </message>
</context>
<context>
    <name>EvidenceModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Attached by</source>
        <translation>附上者</translation>
    </message>
    <message>
        <source>On</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>named only, the file has not come</source>
        <translation>只写了名称，文件还没有来</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>Sum of</source>
        <translation>合计自</translation>
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
        <translation>导出</translation>
    </message>
    <message>
        <source>Excel data sheets</source>
        <translation>Excel 数据表</translation>
    </message>
    <message>
        <source>Word draft</source>
        <translation>Word 初稿</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Only what is approved: placeholders stand for the rest</source>
        <translation>只印已批准的内容，其余以占位标出</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Further indices</source>
        <translation>另印索引</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Nothing is open: the report can be final.</source>
        <translation>没有未了事项，可以定稿。</translation>
    </message>
    <message>
        <source>Writing {file} …</source>
        <translation>正在生成 {file} …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>✓  {new}   {size}   ({old} was changed by someone and is kept)</source>
        <translation>✓  {new}   {size}   （{old} 已被人改动，予以保留）</translation>
    </message>
    <message>
        <source>Cancelled. Nothing half-written remains.</source>
        <translation>已取消，没有留下未完成的文件。</translation>
    </message>
    <message>
        <source>The export failed; nothing half-written remains.</source>
        <translation>导出失败，没有留下未完成的文件。</translation>
    </message>
    <message>
        <source>The report cannot be final yet; {count} things have to be settled. A click leads to each.</source>
        <translation>还不能定稿：以下 {count} 项须先处理，点击即可前往。</translation>
    </message>
    <message>
        <source>Stopping after this file …</source>
        <translation>完成当前文件后停止…</translation>
    </message>
</context>
<context>
    <name>FieldBlock</name>
    <message>
        <source>Several columns: paste them in the sheet (Alt+6), where the years stand beside each other.</source>
        <translation>有多列内容：请在填报表（Alt+6）中粘贴，那里各年度并排。</translation>
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
        <translation>脚注(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Note …</source>
        <translation>备注(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Method and source …</source>
        <translation>统计方法和来源(&amp;M)…</translation>
    </message>
    <message>
        <source>Ev&amp;idence …</source>
        <translation>证明文件(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Question …</source>
        <translation>提问与答复(&amp;Q)…</translation>
    </message>
    <message>
        <source>Follow-&amp;up …</source>
        <translation>跟进标记(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;details</source>
        <translation>查看详情(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Answer doubt …</source>
        <translation>答复疑问(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Take answer back</source>
        <translation>撤回答复(&amp;T)</translation>
    </message>
    <message>
        <source>No &amp;value because it is</source>
        <translation>没有数值，原因(&amp;V)</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Footnote and note</source>
        <translation>脚注与备注</translation>
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
        <translation>尚未征集</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Ask …</source>
        <translation>发起征集…</translation>
    </message>
    <message>
        <source>everything is handed in</source>
        <translation>已全部提交</translation>
    </message>
    <message>
        <source>next {day}: {departments}</source>
        <translation>下一个 {day}：{departments}</translation>
    </message>
    <message>
        <source>all of it is late</source>
        <translation>余下的都已逾期</translation>
    </message>
    <message>
        <source>Last due day {day}</source>
        <translation>最晚截止 {day}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>就是今天</translation>
    </message>
    <message>
        <source>{count} day left</source>
        <translation>还有 {count} 天</translation>
    </message>
    <message>
        <source>{count} days left</source>
        <translation>还有 {count} 天</translation>
    </message>
    <message>
        <source>{count} day ago</source>
        <translation>已过 {count} 天</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>已过 {count} 天</translation>
    </message>
    <message>
        <source>{count} item</source>
        <translation>{count} 项</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 项</translation>
    </message>
    <message>
        <source>{count} department</source>
        <translation>{count} 个部门</translation>
    </message>
    <message>
        <source>{count} departments</source>
        <translation>{count} 个部门</translation>
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
        <translation>待审核</translation>
    </message>
    <message>
        <source>Open contradictions</source>
        <translation>未决矛盾</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>about what was published: {count}</source>
        <translation>{count} 处涉及已刊登的数字</translation>
    </message>
    <message>
        <source>{count} place</source>
        <translation>{count} 处</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} 处</translation>
    </message>
    <message>
        <source>Owned by nobody</source>
        <translation>尚无人负责</translation>
    </message>
    <message>
        <source>name who owns them</source>
        <translation>点此指定负责部门</translation>
    </message>
    <message>
        <source>everything has an owner</source>
        <translation>每一项都有负责部门</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Open a received pack</source>
        <translation>打开收到的填报包</translation>
    </message>
    <message>
        <source>Annals packs</source>
        <translation>Annals 填报包</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Sample workspace</source>
        <translation>示例工作区</translation>
    </message>
    <message>
        <source>Annals workspaces</source>
        <translation>Annals 工作区</translation>
    </message>
    <message>
        <source>Address of the database. The password stays out of it: it belongs in the file pgpass.</source>
        <translation>数据库的地址。不要写密码，密码放在 pgpass 文件里。</translation>
    </message>
    <message>
        <source>This is no address of a database: it looks like postgresql://user@server/database.</source>
        <translation>这不是数据库的地址。写法如 postgresql://用户@服务器/数据库。</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>打开数据库</translation>
    </message>
</context>
<context>
    <name>FinalList</name>
    <message>
        <source>What has to be settled before the report is final</source>
        <translation>定稿前须处理的事项</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>There is nothing to undo</source>
        <translation>没有可以撤销的操作</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>没有可以重做的操作</translation>
    </message>
    <message>
        <source>Not possible here now</source>
        <translation>现在在这里不能用</translation>
    </message>
</context>
<context>
    <name>FlagButton</name>
    <message>
        <source>Follow-up</source>
        <translation>跟进标记</translation>
    </message>
    <message>
        <source>To be looked at again</source>
        <translation>须跟进</translation>
    </message>
    <message>
        <source>Mark for follow-up</source>
        <translation>标记为须跟进</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Follow-up</source>
        <translation>跟进标记</translation>
    </message>
    <message>
        <source>Why it is to be looked at again (may stay empty)</source>
        <translation>为何须跟进（可不填）</translation>
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
        <translation>移除标记</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Printed nowhere, and no approval falls with it.</source>
        <translation>标记不会刊登，也不影响已有的批准。</translation>
    </message>
    <message>
        <source>Marked by {who} on {day}.</source>
        <translation>{who} 于 {day} 标记。</translation>
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
        <translation>插入指标：名称、编码或拼音首字母</translation>
    </message>
    <message>
        <source>Metric for the formula</source>
        <translation>要插入公式的指标</translation>
    </message>
    <message>
        <source>There is no {code}</source>
        <translation>没有 {code}</translation>
    </message>
    <message>
        <source>[ finds a metric or a factor: [… @-1] last year, [… :…=…] a category</source>
        <translation>按 [ 查找指标或系数；[… @-1] 为上年，[… :…=…] 为某一类别</translation>
    </message>
</context>
<context>
    <name>FormulaList</name>
    <message>
        <source>Metric or factor by name, code or pinyin initials</source>
        <translation>指标或系数：名称、编码或拼音首字母</translation>
    </message>
    <message>
        <source>Metric for the formula</source>
        <translation>公式里的指标</translation>
    </message>
    <message>
        <source>↵ put in   Tab go on writing it   Esc back   [ again: the sign itself</source>
        <translation>↵ 放入   Tab 接着写   Esc 返回   再按 [ 即为括号本身</translation>
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
        <translation>{year} 年没有数值</translation>
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
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Named in the workbook: {words}</source>
        <translation>在工作簿中注明：{words}</translation>
    </message>
    <message>
        <source>Named in the pack: {words}</source>
        <translation>资料中注明：{words}</translation>
    </message>
    <message>
        <source>The cover names no freeze: what is exported now may stand otherwise later.</source>
        <translation>封面不注明封存版本：现在导出的内容，之后可能再有改动。</translation>
    </message>
    <message>
        <source>A number that is changed after this has to be judged again.</source>
        <translation>此后又有改动的数，需要重新鉴证。</translation>
    </message>
    <message>
        <source>Printed on the cover, at the foot of the pages and in the workbook: {words}</source>
        <translation>封面、页脚和工作簿封面印：{words}</translation>
    </message>
</context>
<context>
    <name>FreezeNowDialog</name>
    <message>
        <source>Freeze the present state</source>
        <translation>封存当前状态</translation>
    </message>
    <message>
        <source>such as: sent for assurance</source>
        <translation>例如：送审稿</translation>
    </message>
    <message>
        <source>such as: the board has approved it</source>
        <translation>例如：董事会已批准</translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation>整个工作区</translation>
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
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>范围(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Frozen and signed by {who}. A freeze stays and its name is given once; work goes on as before. What is exported from it names it on the cover, with date and digits of the history.</source>
        <translation>由{who}封存并签名。封存版本会一直保留，名称不能重用；填报照常继续。由它导出的文件，封面上注明它的名称、日期和修改记录的哈希值。</translation>
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
        <translation>名称</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
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
        <translation>修改记录</translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation>整个工作区</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>with</source>
        <translation>与</translation>
    </message>
    <message>
        <source>of</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Freeze now …</source>
        <translation>封存当前状态…</translation>
    </message>
    <message>
        <source>Who I am …</source>
        <translation>我是谁…</translation>
    </message>
    <message>
        <source>Save as workbook …</source>
        <translation>存为 Excel 工作簿…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A freeze gives the present state a name, so that it can be exported and compared later.</source>
        <translation>封存给当前状态一个名称，以后可以按当时的状态导出，也可以比较改了什么。</translation>
    </message>
    <message>
        <source>what stands now</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Nothing has been frozen yet: this is where freezes stand once there are any.</source>
        <translation>还没有封存过。送审、报批或发布之前，先封存当前状态；封存之后列在这里。</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>第 {number} 条</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>✓ Frozen as “{name}”. It can be chosen in the export from now on.</source>
        <translation>✓ 已封存为“{name}”，导出时可以选用。</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>{title}: {count} differences. A click leads to the place of each.</source>
        <translation>{title}：{count} 处差异。点击可到该处。</translation>
    </message>
    <message>
        <source>{title}: no difference. What was changed and changed back is none.</source>
        <translation>{title}：没有差异。改动后又改回的不算。</translation>
    </message>
    <message>
        <source>This stands in no section of a report: it is shown here alone.</source>
        <translation>它不在报告的任何章节内，只在这里显示。</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>保存比较结果</translation>
    </message>
    <message>
        <source>Writing {file} …</source>
        <translation>正在生成 {file} …</translation>
    </message>
    <message>
        <source>✓ Saved: {path}</source>
        <translation>✓ 已保存：{path}</translation>
    </message>
</context>
<context>
    <name>GridMenus</name>
    <message>
        <source>C&amp;ut</source>
        <translation>剪切(&amp;U)</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>F&amp;ill down</source>
        <translation>向下填充(&amp;I)</translation>
    </message>
    <message>
        <source>Fill ri&amp;ght</source>
        <translation>向右填充(&amp;G)</translation>
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
        <translation>这份报告还没有向任何部门征集。</translation>
    </message>
    <message>
        <source>Came back: {reason}</source>
        <translation>退回：{reason}</translation>
    </message>
    <message>
        <source>Still to do: {count}. A click leads there.</source>
        <translation>还要处理 {count} 项，点一下就到该处。</translation>
    </message>
    <message>
        <source>✓ Everything that was asked for is there.</source>
        <translation>✓ 要求填写的内容都已齐全。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>Errors: {count}</source>
        <translation>错误 {count} 项</translation>
    </message>
    <message>
        <source>Doubts: {count}</source>
        <translation>疑问 {count} 项</translation>
    </message>
    <message>
        <source>{found}. They do not keep it from being handed in; the reviewer sees them, too.</source>
        <translation>{found}，不妨碍提交，审核人也会看到。</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>What is missing or came back</source>
        <translation>未填或退回的内容</translation>
    </message>
    <message>
        <source>Why the share is handed in though something is missing</source>
        <translation>内容不全仍要提交的原因</translation>
    </message>
    <message>
        <source>The answer is written into {folder}</source>
        <translation>答复存到 {folder}</translation>
    </message>
    <message>
        <source>Another folder …</source>
        <translation>换一个文件夹…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>打开邮件</translation>
    </message>
    <message>
        <source>Send what I have so far</source>
        <translation>先发已填好的部分</translation>
    </message>
    <message>
        <source>Writes an answer of what is filled in; the share is not handed in with it.</source>
        <translation>把已填好的部分存成一份答复，不算提交。</translation>
    </message>
    <message>
        <source>Hand in again</source>
        <translation>重新提交</translation>
    </message>
    <message>
        <source>Where the answer is written</source>
        <translation>答复存在哪里</translation>
    </message>
    <message>
        <source>Items missing: {count}. Fill them in, or say why the share is handed in without them.</source>
        <translation>还缺 {count} 项。请填好，或写明不全仍要提交的原因。</translation>
    </message>
    <message>
        <source>✓ Answer written: {file} ({count} items). Mail it to {who}.</source>
        <translation>✓ 答复已生成：{file}（{count} 项）。请用邮件发给{who}。</translation>
    </message>
    <message>
        <source>✓ Written so far: {file} ({count} items), not handed in yet. Mail it to {who}.</source>
        <translation>✓ 已填好的部分已存成 {file}（{count} 项），尚未提交。请用邮件发给{who}。</translation>
    </message>
    <message>
        <source>✓ Answer written: {file} ({count} items). The letter to {who} is ready beside it.</source>
        <translation>✓ 答复已生成：{file}（{count} 项）。给{who}的邮件已备好，就在旁边。</translation>
    </message>
</context>
<context>
    <name>HandedIn</name>
    <message>
        <source>{count} of these values are handed in or approved already ({departments}). Whoever approved one has to approve it again. Change them all the same?</source>
        <translation>其中 {count} 个数值已提交或已批准（{departments}）。改动后，已批准的须重新审批。仍要改动吗？</translation>
    </message>
    <message>
        <source>Handed in already</source>
        <translation>已经提交</translation>
    </message>
</context>
<context>
    <name>HappeningWords</name>
    <message>
        <source>Approvals fell, since the content was changed: {count}</source>
        <translation>内容改动，批准失效：{count} 项</translation>
    </message>
    <message>
        <source>Asked, due {words}</source>
        <translation>已征集，{words} 截止</translation>
    </message>
    <message>
        <source>Due day changed to {words}</source>
        <translation>截止日改为 {words}</translation>
    </message>
    <message>
        <source>Guidance changed</source>
        <translation>修改了填报说明</translation>
    </message>
    <message>
        <source>Guidance or due day of items changed: {count}</source>
        <translation>修改了条目的说明或截止日：{count} 项</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>Answer received</source>
        <translation>收到答复</translation>
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
        <translation>退回 {count} 项</translation>
    </message>
    <message>
        <source>Items approved: {count}</source>
        <translation>批准 {count} 项</translation>
    </message>
    <message>
        <source>Approvals withdrawn: {count}</source>
        <translation>撤回批准 {count} 项</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Annals compiles a company&apos;s annual CSR / ESG report. MIT licence. Qt is used under the LGPL.</source>
        <translation>Annals 用于编制企业年度社会责任 / ESG 报告。MIT 许可证；Qt 按 LGPL 使用。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>It sends nothing to anybody: no telemetry, no reports, no look for updates. Reports of faults stay in %1 and hold no values.</source>
        <translation>它不向任何人发送任何东西：没有遥测，没有自动上报，也不检查更新。错误报告只保存在 %1，不含任何数据。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import figures</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Rows of the sheet</source>
        <translation>表中各行</translation>
    </message>
    <message>
        <source>What columns and units mean</source>
        <translation>列和单位的含义</translation>
    </message>
    <message>
        <source>Show what every column is taken for</source>
        <translation>显示每一列的含义</translation>
    </message>
    <message>
        <source>Replace values that are already there</source>
        <translation>替换已有的数值</translation>
    </message>
    <message>
        <source>Keep what cannot be read as it is written</source>
        <translation>无法识别的数值按原文保存</translation>
    </message>
    <message>
        <source>Decimals as in the file</source>
        <translation>小数点按文件所示</translation>
    </message>
    <message>
        <source>Decimal point: 1,234.5</source>
        <translation>小数点为点：1,234.5</translation>
    </message>
    <message>
        <source>Decimal comma: 1.234,5</source>
        <translation>小数点为逗号：1.234,5</translation>
    </message>
    <message>
        <source>What parts the decimals</source>
        <translation>小数点的写法</translation>
    </message>
    <message>
        <source>Excel, OpenDocument or CSV; nothing is stored before you confirm.</source>
        <translation>支持 Excel、OpenDocument 和 CSV；确认之前不会写入任何数值。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格文件</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>{rows} rows: {taken} taken, {near} to confirm, {none} without a metric. Values to store: {count}.</source>
        <translation>共 {rows} 行：导入 {taken} 行，待确认 {near} 行，没有对应指标 {none} 行。将写入 {count} 个数值。</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>疑问</translation>
    </message>
    <message>
        <source>The file could not be read; nothing was stored.</source>
        <translation>文件无法读取；没有写入任何数值。</translation>
    </message>
</context>
<context>
    <name>ImportModel</name>
    <message>
        <source>Take</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Name in the sheet</source>
        <translation>表中名称</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>IndexCard</name>
    <message>
        <source>This index is made by the program from the disclosures of metrics and sections.</source>
        <translation>本索引由程序根据指标和章节的披露项自动生成。</translation>
    </message>
    <message>
        <source>Explanations not touched since {report}: {codes}</source>
        <translation>未披露说明自{report}起未修改：{codes}</translation>
    </message>
    <message>
        <source>Not saved. Please try again.</source>
        <translation>未能保存，请重试。</translation>
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
        <translation>只印大纲中的索引</translation>
    </message>
</context>
<context>
    <name>InputWords</name>
    <message>
        <source>no value in {year}</source>
        <translation>{year} 年没有数值</translation>
    </message>
</context>
<context>
    <name>IssueBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>Tick issues first: Space, Shift or Ctrl and a click.</source>
        <translation>先勾选问题：按空格，或按住 Shift、Ctrl 点选</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已选 {count} 项</translation>
    </message>
    <message>
        <source>Take every tick away (Esc)</source>
        <translation>取消全部勾选（Esc）</translation>
    </message>
    <message>
        <source>Nothing of that kind is among the chosen ones.</source>
        <translation>所选的问题都不适用。</translation>
    </message>
    <message>
        <source>Still true</source>
        <translation>仍然属实</translation>
    </message>
    <message>
        <source>Owner …</source>
        <translation>交给部门…</translation>
    </message>
    <message>
        <source>Accept with a remark …</source>
        <translation>接受并说明…</translation>
    </message>
    <message>
        <source>Open in the sheet</source>
        <translation>在填报表中打开</translation>
    </message>
</context>
<context>
    <name>IssueDeeds</name>
    <message>
        <source>Opened for reading only.</source>
        <translation>只读打开。</translation>
    </message>
    <message>
        <source>confirming {count} carried texts and lists</source>
        <translation>确认 {count} 处沿用的文字和记录</translation>
    </message>
    <message>
        <source>Confirmed as still true: {count}</source>
        <translation>已确认仍然属实：{count} 处</translation>
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
        <translation>没有负责部门</translation>
    </message>
    <message>
        <source>Take answer back</source>
        <translation>撤回答复</translation>
    </message>
    <message>
        <source>Owner …</source>
        <translation>交给部门…</translation>
    </message>
    <message>
        <source>Change to “{words}”</source>
        <translation>改为“{words}”</translation>
    </message>
    <message>
        <source>Put these words in the place of those that the data contradict ({languages}), as one step.</source>
        <translation>把与数据不符的文字改成这样（{languages}），撤销时一步还原。</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>explanation of a contradiction</source>
        <translation>对矛盾的说明</translation>
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
        <translation>{facet}：{value}，{count} 项</translation>
    </message>
    <message>
        <source>{words}, chosen</source>
        <translation>{words}，已选</translation>
    </message>
</context>
<context>
    <name>IssueModel</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>疑问</translation>
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
        <translation>整份报告</translation>
    </message>
    <message>
        <source>✓ No errors and no doubts here.</source>
        <translation>✓ 本节没有错误，也没有疑问。</translation>
    </message>
    <message>
        <source>Not checked yet …</source>
        <translation>尚未检查…</translation>
    </message>
    <message>
        <source>Contradictions of the report: {count} open …</source>
        <translation>本报告的相互矛盾：{count} 处待处理…</translation>
    </message>
    <message>
        <source>Open issues</source>
        <translation>待处理问题</translation>
    </message>
</context>
<context>
    <name>IssueTreeModel</name>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>疑问</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待看</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未检查</translation>
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
        <translation>相互矛盾</translation>
    </message>
    <message>
        <source>Required and blank</source>
        <translation>必填未填</translation>
    </message>
    <message>
        <source>Still blank</source>
        <translation>还没有填</translation>
    </message>
    <message>
        <source>Numbers in texts</source>
        <translation>文中引用的数字</translation>
    </message>
    <message>
        <source>Texts not written</source>
        <translation>文字未写</translation>
    </message>
    <message>
        <source>Still last year&apos;s</source>
        <translation>仍是上年内容</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Far from other values</source>
        <translation>相差过大</translation>
    </message>
    <message>
        <source>Sums and figures</source>
        <translation>合计与计算</translation>
    </message>
    <message>
        <source>Unlikely values</source>
        <translation>数值存疑</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation>其他语言</translation>
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
        <translation>佐证</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Two statements about one fact that cannot both hold</source>
        <translation>同一事实的两个说法不能都成立</translation>
    </message>
    <message>
        <source>Carried over from last year and not looked at since</source>
        <translation>从上年沿用，还没有人看过</translation>
    </message>
    <message>
        <source>Above the alert level, or unlike comparable values</source>
        <translation>超过提示线，或与可比的数值相差很远</translation>
    </message>
    <message>
        <source>Assumed, missing or no longer the one that was used</source>
        <translation>系统假定、缺少，或已与填报时不同</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>去改写</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Still true</source>
        <translation>仍然属实</translation>
    </message>
    <message>
        <source>Accept …</source>
        <translation>接受并说明…</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Confirm …</source>
        <translation>确认口径…</translation>
    </message>
    <message>
        <source>Name an owner …</source>
        <translation>指定部门…</translation>
    </message>
    <message>
        <source>Sort …</source>
        <translation>整理…</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
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
        <translation>部门</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Group: {what}</source>
        <translation>按{what}分组</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>没有负责部门</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>疑问</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Answered by a remark</source>
        <translation>已说明</translation>
    </message>
    <message>
        <source>{count} more go with them</source>
        <translation>另有 {count} 处随之解决</translation>
    </message>
    <message>
        <source>nothing of last year&apos;s stands there</source>
        <translation>不是沿用的内容</translation>
    </message>
    <message>
        <source>only a change mends an error</source>
        <translation>错误只能改正</translation>
    </message>
    <message>
        <source>answered already</source>
        <translation>已经说明过</translation>
    </message>
    <message>
        <source>not about a value</source>
        <translation>不涉及数值</translation>
    </message>
    <message>
        <source>the report does not ask for it by itself</source>
        <translation>不是报告单独征集的内容</translation>
    </message>
    <message>
        <source>belongs to another department</source>
        <translation>由其他部门负责</translation>
    </message>
    <message>
        <source>has changed since it was checked</source>
        <translation>检查之后又改过</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Left as they are: {count} ({reason}): {names}</source>
        <translation>未处理 {count} 项（{reason}）：{names}</translation>
    </message>
</context>
<context>
    <name>IssuesPage</name>
    <message>
        <source>Issues</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Group the issues</source>
        <translation>问题的分组方式</translation>
    </message>
    <message>
        <source>Filter the issues</source>
        <translation>筛选问题</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Check again (F9)</source>
        <translation>重新检查（F9）</translation>
    </message>
    <message>
        <source>Issues of the report</source>
        <translation>报告的问题</translation>
    </message>
    <message>
        <source>Which issues are shown</source>
        <translation>显示哪些问题</translation>
    </message>
    <message>
        <source>Filter {count} issues</source>
        <translation>在 {count} 项中筛选</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Checked {time}: {errors} errors, {doubts} doubts</source>
        <translation>{time} 检查完毕：{errors} 个错误，{doubts} 个疑问</translation>
    </message>
    <message>
        <source>Not checked yet. Everything that the report asks for is being checked …</source>
        <translation>尚未检查。正在检查报告的全部内容…</translation>
    </message>
    <message>
        <source>Checking {count} items …</source>
        <translation>正在检查 {count} 项…</translation>
    </message>
    <message>
        <source>Checked {time}: of {count} items nothing is wrong and nothing doubtful.</source>
        <translation>{time} 检查完毕：{count} 项中没有错误，也没有疑问。</translation>
    </message>
    <message>
        <source>Nothing with “{words}” among them.</source>
        <translation>其中没有含“{words}”的问题。</translation>
    </message>
    <message>
        <source>Nothing of that kind.</source>
        <translation>没有这样的问题。</translation>
    </message>
    <message>
        <source>Show everything that is open</source>
        <translation>显示全部待处理的问题</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>next field</source>
        <translation>下一个字段</translation>
    </message>
    <message>
        <source>next field, in a grid the next cell</source>
        <translation>下一个字段；在表格中为下一格</translation>
    </message>
    <message>
        <source>take back what was typed into the field</source>
        <translation>撤回本字段刚输入的内容</translation>
    </message>
    <message>
        <source>details of the value</source>
        <translation>查看数值详情</translation>
    </message>
    <message>
        <source>clear the selected cells of a grid</source>
        <translation>清除表格中选中的格子</translation>
    </message>
    <message>
        <source>tick a department in the list of requests</source>
        <translation>在征集情况中勾选部门</translation>
    </message>
    <message>
        <source>fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>in the review: approve, return the chosen item</source>
        <translation>审核中：批准、退回当前条目</translation>
    </message>
    <message>
        <source>in the review and in lists: tick the chosen rows</source>
        <translation>审核和列表中：勾选所选的行</translation>
    </message>
    <message>
        <source>in the review: approve what is ticked</source>
        <translation>审核中：批准已勾选的条目</translation>
    </message>
    <message>
        <source>in the sheet: copy, cut, paste (Excel, WPS)</source>
        <translation>填报表：复制、剪切、粘贴（Excel、WPS）</translation>
    </message>
    <message>
        <source>in the sheet: fill down, fill right</source>
        <translation>填报表：向下填充、向右填充</translation>
    </message>
    <message>
        <source>in the sheet: the same into all chosen cells</source>
        <translation>填报表：相同内容填入全部选中的格</translation>
    </message>
    <message>
        <source>in the sheet: why there is no value</source>
        <translation>填报表：选择没有数值的原因</translation>
    </message>
    <message>
        <source>in the sheet: note, method and source of the value</source>
        <translation>填报表：该数值的备注、方法和来源</translation>
    </message>
    <message>
        <source>in the sheet: filter row</source>
        <translation>填报表：筛选行</translation>
    </message>
    <message>
        <source>in the structure: move a part, another level</source>
        <translation>在结构中：移动，升降级</translation>
    </message>
    <message>
        <source>in the structure: something new after the chosen part</source>
        <translation>在结构中：在所选内容之后新增</translation>
    </message>
    <message>
        <source>in the structure: another name, remove</source>
        <translation>在结构中：改名，删除</translation>
    </message>
    <message>
        <source>in the structure: new metric</source>
        <translation>在结构中：新指标</translation>
    </message>
    <message>
        <source>in the form of a metric: add, and begin the next one</source>
        <translation>在指标窗口中：添加并再建一个</translation>
    </message>
    <message>
        <source>put a number into a text</source>
        <translation>在文字中插入数字</translation>
    </message>
    <message>
        <source>in a table of a text: next cell, cell below</source>
        <translation>在正文的表格中：下一格、下方一格</translation>
    </message>
    <message>
        <source>in a table of a text: row or column there</source>
        <translation>在正文的表格中：向该方向插入行或列</translation>
    </message>
    <message>
        <source>in a table of a text: delete row, column</source>
        <translation>在正文的表格中：删除行、列</translation>
    </message>
</context>
<context>
    <name>LengthLine</name>
    <message>
        <source>{count} words</source>
        <translation>{count} 词</translation>
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
        <translation>，还差 {missing}</translation>
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
        <translation>实测</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>统计方法</translation>
    </message>
    <message>
        <source>Measured or estimated</source>
        <translation>实测或估算</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>统计截止日</translation>
    </message>
    <message>
        <source>There is no typed value here yet.</source>
        <translation>这里还没有填写数值。</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write it like {example}.</source>
        <translation>“{text}”不是日期，请写成 {example} 这样。</translation>
    </message>
</context>
<context>
    <name>ManualViewer</name>
    <message>
        <source>Manual</source>
        <translation>用户手册</translation>
    </message>
    <message>
        <source>Back (Alt+←)</source>
        <translation>后退（Alt+←）</translation>
    </message>
    <message>
        <source>Forward (Alt+→)</source>
        <translation>前进（Alt+→）</translation>
    </message>
    <message>
        <source>Search the manual (Ctrl+F)</source>
        <translation>在手册中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>在手册中查找</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>手册内容</translation>
    </message>
    <message>
        <source>The manual says nothing of “{words}”.</source>
        <translation>手册中没有找到“{words}”。</translation>
    </message>
    <message>
        <source>Show all contents</source>
        <translation>显示全部目录</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Also in this section: {names}</source>
        <translation>同在这一节：{names}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Collect</source>
        <translation>征集(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>报告(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Answers</source>
        <translation>收取答复</translation>
    </message>
    <message>
        <source>Answers and filled forms</source>
        <translation>答复和填好的填报表</translation>
    </message>
    <message>
        <source>Choose files that came back, or drop them here. Nothing is stored yet.</source>
        <translation>请选择发回的文件，或拖到这里。此时还不会存入任何内容。</translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Keep ours everywhere</source>
        <translation>全部保留这里的</translation>
    </message>
    <message>
        <source>Take theirs everywhere</source>
        <translation>全部采用答复的</translation>
    </message>
    <message>
        <source>Another key …</source>
        <translation>密钥不同…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Write replies to mail back, into a folder …</source>
        <translation>生成回执以便发回，存到文件夹…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>收下</translation>
    </message>
    <message>
        <source>Answers and forms</source>
        <translation>答复和填报表</translation>
    </message>
    <message>
        <source>Files that came back</source>
        <translation>发回的文件</translation>
    </message>
    <message>
        <source>Reading: {done} of {count} …</source>
        <translation>正在读取：{done} / {count} …</translation>
    </message>
    <message>
        <source>Take {count}</source>
        <translation>收下 {count} 项</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>还没有存入任何内容。</translation>
    </message>
    <message>
        <source>{count} conflicts are not decided: there what stands here stays, and is asked again later.</source>
        <translation>有 {count} 处冲突未裁定：这些地方保留这里的内容，以后可再裁定。</translation>
    </message>
    <message>
        <source>Where replies are written</source>
        <translation>回执存在哪里</translation>
    </message>
    <message>
        <source>Write replies to mail back, into {folder}</source>
        <translation>生成回执以便发回，存到 {folder}</translation>
    </message>
    <message>
        <source>✓ Taken: {count} items (merge {numbers}). Undo takes them back.</source>
        <translation>✓ 已收下 {count} 项（编号 {numbers}）。可用“撤销”收回。</translation>
    </message>
    <message>
        <source>Replies written: {count}.</source>
        <translation>已生成 {count} 份回执。</translation>
    </message>
</context>
<context>
    <name>MergeList</name>
    <message>
        <source>What the files bring</source>
        <translation>文件带来的内容</translation>
    </message>
    <message>
        <source>taken: {count}</source>
        <translation>收下 {count} 项</translation>
    </message>
    <message>
        <source>the same: {count}</source>
        <translation>相同 {count} 项</translation>
    </message>
    <message>
        <source>to decide: {count}</source>
        <translation>待裁定 {count} 项</translation>
    </message>
    <message>
        <source>refused: {count}</source>
        <translation>未收下 {count} 项</translation>
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
        <translation>收下内容中的错误和疑问</translation>
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
        <translation>✓ 综合两边</translation>
    </message>
    <message>
        <source>✓ what stands here</source>
        <translation>✓ 保留这里的</translation>
    </message>
    <message>
        <source>✓ the answer&apos;s</source>
        <translation>✓ 采用答复的</translation>
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
        <translation>收取答复：{file}</translation>
    </message>
    <message>
        <source>Taken in as import {number}: {file}</source>
        <translation>已收下，编号为导入 {number}：{file}</translation>
    </message>
    <message>
        <source>Import of {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>Taken back, but for {count} that were changed or approved since.</source>
        <translation>已撤回，但有 {count} 项之后又改动或批准过，保持不变。</translation>
    </message>
</context>
<context>
    <name>MetricDialog</name>
    <message>
        <source>New metric</source>
        <translation>新指标</translation>
    </message>
    <message>
        <source>Change metric</source>
        <translation>修改指标</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add and next</source>
        <translation>添加并再建一个</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Remove from the catalogue …</source>
        <translation>从指标库删除…</translation>
    </message>
    <message>
        <source>In the catalogue; it can be placed in a section later.</source>
        <translation>加入指标库，以后可放进章节。</translation>
    </message>
    <message>
        <source>Goes into “{section}”</source>
        <translation>加入“{section}”</translation>
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
        <translation>其他语言的名称可以以后补。</translation>
    </message>
    <message>
        <source>Much alike, click to use it instead: {names}</source>
        <translation>已有相近的指标，可点击改用：{names}</translation>
    </message>
    <message>
        <source>place “{name}”</source>
        <translation>放入“{name}”</translation>
    </message>
    <message>
        <source>remove metric “{name}”</source>
        <translation>删除指标“{name}”</translation>
    </message>
    <message>
        <source>“{name}” goes from all reports. Its {count} values stay in the workspace.</source>
        <translation>“{name}”将从所有报告中删除。它的 {count} 个数值仍留在工作区里。</translation>
    </message>
    <message>
        <source>Yes, remove it</source>
        <translation>是，删除</translation>
    </message>
    <message>
        <source>change metric “{name}”</source>
        <translation>修改指标“{name}”</translation>
    </message>
    <message>
        <source>new metric “{name}”</source>
        <translation>新增指标“{name}”</translation>
    </message>
</context>
<context>
    <name>MetricFields</name>
    <message>
        <source>Whole numbers</source>
        <translation>只填整数</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>填报</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Total of metrics</source>
        <translation>指标合计</translation>
    </message>
    <message>
        <source>Members add up</source>
        <translation>各项相加等于总数</translation>
    </message>
    <message>
        <source>Evidence required</source>
        <translation>须附凭证</translation>
    </message>
    <message>
        <source>Over the year</source>
        <translation>全年累计</translation>
    </message>
    <message>
        <source>At the end of the year</source>
        <translation>年末时点</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>历年累计</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>时点</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Total of</source>
        <translation>合计自</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Breakdowns</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>披露项</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Ask from a change of</source>
        <translation>变动超过此数时提问</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Ask from a change of … per cent</source>
        <translation>变动超过百分之几时提问</translation>
    </message>
    <message>
        <source>What is counted, when, and what is left out</source>
        <translation>统计范围、时点或期间，以及不包括什么</translation>
    </message>
    <message>
        <source>Find a metric to add up</source>
        <translation>查找要相加的指标</translation>
    </message>
    <message>
        <source>Add a breakdown</source>
        <translation>加细分</translation>
    </message>
    <message>
        <source>Add a disclosure</source>
        <translation>加披露项</translation>
    </message>
    <message>
        <source>also typed as {units}</source>
        <translation>也可填 {units}，自动换算</translation>
    </message>
</context>
<context>
    <name>MetricNotes</name>
    <message>
        <source>Change in its form …</source>
        <translation>在表单中修改…</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>被以下项用到</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>所在章节</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Values in all years: {count}</source>
        <translation>各年数值：{count} 个</translation>
    </message>
</context>
<context>
    <name>MetricPasting</name>
    <message>
        <source>There is nothing on the clipboard that could be pasted.</source>
        <translation>剪贴板上没有可以粘贴的内容。</translation>
    </message>
    <message>
        <source>new metrics: {names}</source>
        <translation>新增指标：{names}</translation>
    </message>
    <message>
        <source>New metrics: {count} of {all} lines</source>
        <translation>新增指标：{all} 行中的 {count} 个</translation>
    </message>
</context>
<context>
    <name>MetricWords</name>
    <message>
        <source>Name ({language})</source>
        <translation>名称（{language}）</translation>
    </message>
    <message>
        <source>Definition ({language})</source>
        <translation>口径（{language}）</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Decimals and scale</source>
        <translation>小数位与数量级</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>时点</translation>
    </message>
    <message>
        <source>Broken down by</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Adds up over</source>
        <translation>可相加的维度</translation>
    </message>
    <message>
        <source>Total of</source>
        <translation>合计自</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>披露项</translation>
    </message>
    <message>
        <source>Source of the definition</source>
        <translation>口径来源</translation>
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
        <translation>变动超过多少即询问（%）</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证明文件</translation>
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
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>所在章节</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Whole numbers</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Percentages</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Over the year</source>
        <translation>全年累计</translation>
    </message>
    <message>
        <source>At the end of the year</source>
        <translation>年末时点</translation>
    </message>
    <message>
        <source>From the beginning on</source>
        <translation>历年累计</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Alt+↓ lists how it can be counted</source>
        <translation>Alt+↓ 列出可选的时点</translation>
    </message>
    <message>
        <source>Breakdowns with commas between; + for those taken together</source>
        <translation>各细分之间用逗号；交叉的用 + 连接</translation>
    </message>
    <message>
        <source>Framework: its codes with commas; a semicolon before the next one</source>
        <translation>框架：披露项编号用逗号隔开；下一个框架前用分号</translation>
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
        <translation>写单位名称；Alt+↓ 列出全部单位</translation>
    </message>
    <message>
        <source>Alt+↓ lists the kinds; what is in percent is a percentage</source>
        <translation>Alt+↓ 列出种类；单位为 % 的即为百分比</translation>
    </message>
    <message>
        <source>Such as 0.00, 万 0.0 or million; blank: as it is kept</source>
        <translation>如 0.00、万 0.0、亿；留空即按原单位</translation>
    </message>
    <message>
        <source>The name of a department; Alt+↓ lists them</source>
        <translation>写部门名称；Alt+↓ 列出全部部门</translation>
    </message>
    <message>
        <source>Breakdowns whose members add up to the whole, with commas; the years, the entities</source>
        <translation>各项相加等于总数的细分，用逗号隔开；也可写年度、主体</translation>
    </message>
    <message>
        <source>The metrics whose sum a typed value has to be, with commas between them</source>
        <translation>填报的数值应等于哪些指标之和，用逗号隔开</translation>
    </message>
    <message>
        <source>Metrics in brackets, found by [ and their name or initials</source>
        <translation>指标写在方括号里：输入 [ 后按名称或拼音首字母查找</translation>
    </message>
    <message>
        <source>In the metric&apos;s unit</source>
        <translation>以指标的单位计</translation>
    </message>
    <message>
        <source>The first year with values</source>
        <translation>最早有数值的年份</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>范围</translation>
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
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>MyReturns</name>
    <message>
        <source>Came back: {count}</source>
        <translation>退回 {count} 项</translation>
    </message>
    <message>
        <source>Asked of you: {count}</source>
        <translation>待答复的提问 {count} 条</translation>
    </message>
    <message>
        <source>without words</source>
        <translation>没有写明原因</translation>
    </message>
    <message>
        <source>The whole share</source>
        <translation>全部内容</translation>
    </message>
    <message>
        <source>{now} (last year {last})</source>
        <translation>{now}（上年 {last}）</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
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
        <translation>提交前还差 {count} 项</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>没有缺项</translation>
    </message>
    <message>
        <source>It lists what is missing; a share that is not whole is handed in with the reason.</source>
        <translation>按下会列出还差什么；没填全也可以提交，但要写明原因。</translation>
    </message>
    <message>
        <source>No file yet. Drop one on a row of the list.</source>
        <translation>还没有文件。可以把文件拖到列表的某一行上。</translation>
    </message>
    <message>
        <source>The editor says</source>
        <translation>编辑的说明</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>已附的佐证</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>同部门的人</translation>
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
        <translation>转交同事…</translation>
    </message>
    <message>
        <source>Values without an answer</source>
        <translation>未填的数值</translation>
    </message>
    <message>
        <source>Texts not written</source>
        <translation>未写的文字</translation>
    </message>
    <message>
        <source>Lists without a record</source>
        <translation>没有记录的清单</translation>
    </message>
    <message>
        <source>Last year&apos;s words, untouched</source>
        <translation>沿用上年、还没改的内容</translation>
    </message>
    <message>
        <source>Came back, not changed yet</source>
        <translation>退回后还没改</translation>
    </message>
    <message>
        <source>Errors (not in the way)</source>
        <translation>错误（不挡提交）</translation>
    </message>
    <message>
        <source>Doubts (not in the way)</source>
        <translation>疑问（不挡提交）</translation>
    </message>
    <message>
        <source>Nothing for the whole share.</source>
        <translation>没有统一说明。</translation>
    </message>
    <message>
        <source>Nobody else of the department is listed.</source>
        <translation>人员名单里没有同部门的其他人。</translation>
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
        <translation>打开邮件</translation>
    </message>
    <message>
        <source>Go on: {name}</source>
        <translation>继续：{name}</translation>
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
        <translation>清单</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>records: {count}</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>Asked: {words}</source>
        <translation>有提问：{words}</translation>
    </message>
    <message>
        <source>Changed or answered since it came back.</source>
        <translation>退回后已修改或答复。</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day}截止</translation>
    </message>
    <message>
        <source>passed on to {name}</source>
        <translation>已转交{name}</translation>
    </message>
    <message>
        <source>{open} to go, to be handed in by {due}</source>
        <translation>还差 {open} 项，{due}前提交</translation>
    </message>
    <message>
        <source>{open} to go; they were due on {due}</source>
        <translation>还差 {open} 项，已过 {due}的截止日</translation>
    </message>
    <message>
        <source>All done: hand it in again</source>
        <translation>都改好了，可以重新提交</translation>
    </message>
    <message>
        <source>All {count} answered: hand it in</source>
        <translation>{count} 项都已答完，可以提交</translation>
    </message>
    <message>
        <source>Handed in: mail the answer to {who}</source>
        <translation>已提交，请把答复用邮件发给{who}</translation>
    </message>
    <message>
        <source>Handed in: mail the answer</source>
        <translation>已提交，请把答复用邮件发出</translation>
    </message>
    <message>
        <source>Handed in: nothing is to do now</source>
        <translation>已提交，现在没有要做的</translation>
    </message>
    <message>
        <source>Changed since it was handed in: {changed}. Hand it in again</source>
        <translation>提交后又改了 {changed} 项，请重新提交</translation>
    </message>
    <message>
        <source>Approved: all {count}</source>
        <translation>{count} 项已全部批准</translation>
    </message>
    <message>
        <source>answered {answered} of {count}</source>
        <translation>已答 {answered} / {count} 项</translation>
    </message>
    <message>
        <source>{count} of them not disclosed</source>
        <translation>其中 {count} 项不披露</translation>
    </message>
    <message>
        <source>asked by {who} on {day}</source>
        <translation>{who}于 {day}发出</translation>
    </message>
    <message>
        <source>handed in by {who} on {day}</source>
        <translation>{who}于 {day}提交</translation>
    </message>
    <message>
        <source>a change takes the approval of its item away</source>
        <translation>再改哪一项，哪一项的批准就作废</translation>
    </message>
    <message>
        <source>a reviewer looks at it; what comes back stands here</source>
        <translation>审核人正在看，退回的会列在这里</translation>
    </message>
    <message>
        <source>the answer is a file: nobody has it before it is mailed; what comes back is another pack</source>
        <translation>答复是一个文件，发出邮件后对方才会收到；退回的内容会随下一个填报包到来</translation>
    </message>
    <message>
        <source>days late: {count}</source>
        <translation>已逾期 {count} 天</translation>
    </message>
    <message>
        <source>days left: {count}</source>
        <translation>还有 {count} 天</translation>
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
        <translation>要填的内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>{section}: {done} of {count} done</source>
        <translation>{section}：已完成 {done} / {count} 项</translation>
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
        <translation>在填报表中打开</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>显示哪些项</translation>
    </message>
    <message>
        <source>What is asked of me</source>
        <translation>要我填的内容</translation>
    </message>
    <message>
        <source>Show all sections</source>
        <translation>看全部章节</translation>
    </message>
    <message>
        <source>Looking for what is asked of you …</source>
        <translation>正在查找要您填的内容…</translation>
    </message>
    <message>
        <source>Nobody has asked your department for anything in this report yet. The editor asks it under “Requests”; until then you may fill in what is yours in the sections.</source>
        <translation>这份报告还没有向您的部门征集内容。征集由编辑在“征集情况”中发出；在此之前，您也可以在章节中填写归本部门负责的内容。</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count} 项</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>未完成 {count} 项</translation>
    </message>
    <message>
        <source>Mine {count}</source>
        <translation>由我填的 {count} 项</translation>
    </message>
</context>
<context>
    <name>NameDelegate</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>NewWorkspaceDialog</name>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>What it begins with</source>
        <translation>从什么开始</translation>
    </message>
    <message>
        <source>The reports of a listed internet company, to look around in or to change.</source>
        <translation>一家上市互联网公司的报告，可以浏览，也可以改成自己的。</translation>
    </message>
    <message>
        <source>A catalogue as an Excel workbook, written from another workspace or filled in by hand.</source>
        <translation>Excel 工作簿形式的指标库，从别的工作区导出，或自己填写。</translation>
    </message>
    <message>
        <source>The catalogue of the sample</source>
        <translation>示例公司的指标库</translation>
    </message>
    <message>
        <source>A workbook of one&apos;s own …</source>
        <translation>自己的工作簿…</translation>
    </message>
    <message>
        <source>Can follow later</source>
        <translation>可以以后再填</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Where it is kept …</source>
        <translation>选择存放位置…</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>One language is enough: names and headings are asked for in those that are ticked.</source>
        <translation>一种语言就够：名称和标题只要求填写勾选的语言。</translation>
    </message>
    <message>
        <source>What it begins with; everything can be changed later.</source>
        <translation>选择从什么开始，以后都可以改。</translation>
    </message>
    <message>
        <source>Choose at least one language.</source>
        <translation>请至少选择一种语言。</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>The catalogue&apos;s workbook</source>
        <translation>指标库工作簿</translation>
    </message>
</context>
<context>
    <name>NewerDefinitionsDialog</name>
    <message>
        <source>Newer definitions</source>
        <translation>更新指标库</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The workspace has the definitions of this version of Annals.</source>
        <translation>工作区的指标库与此版 Annals 的一致，没有需要更新的内容。</translation>
    </message>
    <message>
        <source>What is ticked comes in, in one step that can be undone; no value is touched. What you have changed yourself stays unless you tick it.</source>
        <translation>勾选的内容一次并入，可以一步撤销；已填的数值不受影响。您自己改过的内容，除非勾选，一律保留。</translation>
    </message>
    <message>
        <source>It is not known which version of Annals this workspace was made with: only what is new is ticked.</source>
        <translation>不知道此工作区由哪一版 Annals 建立，因此只勾选了新增的内容。</translation>
    </message>
    <message>
        <source>To decide {count}</source>
        <translation>待决定 {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>Take {count} changes</source>
        <translation>采用 {count} 处</translation>
    </message>
    <message>
        <source>Taking …</source>
        <translation>正在并入…</translation>
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
        <translation>暂不</translation>
    </message>
    <message>
        <source>The line stays away until Annals brings other definitions.</source>
        <translation>在 Annals 带来下一版指标库之前，不再提示。</translation>
    </message>
    <message>
        <source>This version of Annals has newer definitions: {count} changes.</source>
        <translation>此版 Annals 带来新的指标库：{count} 处更新。</translation>
    </message>
    <message>
        <source>{count} more to decide yourself.</source>
        <translation>另有 {count} 处由您决定。</translation>
    </message>
</context>
<context>
    <name>NewsWords</name>
    <message>
        <source>{name}: words changed</source>
        <translation>{name}：内容有改动</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>没有负责部门</translation>
    </message>
    <message>
        <source>{count} asked: {department}</source>
        <translation>向 {count} 个部门征集：{department}</translation>
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
        <translation>退回{department} {count} 项</translation>
    </message>
    <message>
        <source>{department}: {count} items approved</source>
        <translation>批准{department} {count} 项</translation>
    </message>
    <message>
        <source>{department}: approvals fell or withdrawn: {count}</source>
        <translation>{department} {count} 项批准失效或撤回</translation>
    </message>
    <message>
        <source>{department}: {count} items changed</source>
        <translation>{department}改动 {count} 项</translation>
    </message>
</context>
<context>
    <name>NextYearDialog</name>
    <message>
        <source>New report</source>
        <translation>新报告</translation>
    </message>
    <message>
        <source>From a report in Word …</source>
        <translation>从 Word 报告开始…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Begin report</source>
        <translation>建立报告</translation>
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
        <translation>报告代码</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Word files</source>
        <translation>Word 文件</translation>
    </message>
    <message>
        <source>Report in Word</source>
        <translation>Word 报告</translation>
    </message>
    <message>
        <source>The report was not begun; nothing was changed.</source>
        <translation>报告未能建立，没有作任何更改。</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Note of before</source>
        <translation>旧备注</translation>
    </message>
    <message>
        <source>Footnote (printed)</source>
        <translation>脚注（印出）</translation>
    </message>
    <message>
        <source>Note (internal)</source>
        <translation>备注（内部）</translation>
    </message>
    <message>
        <source>Answer to the doubt</source>
        <translation>答复疑问</translation>
    </message>
</context>
<context>
    <name>NumberList</name>
    <message>
        <source>Name, value, unit, section or pinyin initials</source>
        <translation>名称、数值、单位、章节或拼音首字母</translation>
    </message>
    <message>
        <source>Number to put in</source>
        <translation>要插入的数字</translation>
    </message>
    <message>
        <source>Numbers found</source>
        <translation>找到的数字</translation>
    </message>
    <message>
        <source>Company’s full name</source>
        <translation>公司全称</translation>
    </message>
    <message>
        <source>Company’s short name</source>
        <translation>公司简称</translation>
    </message>
    <message>
        <source>Stock code</source>
        <translation>股票代码</translation>
    </message>
    <message>
        <source>Company’s website</source>
        <translation>公司网址</translation>
    </message>
    <message>
        <source>Company’s email</source>
        <translation>公司电子邮箱</translation>
    </message>
    <message>
        <source>Company’s address</source>
        <translation>公司地址</translation>
    </message>
    <message>
        <source>Company’s telephone</source>
        <translation>公司电话</translation>
    </message>
    <message>
        <source>Company’s contact</source>
        <translation>公司联系人</translation>
    </message>
    <message>
        <source>↵ put in   Tab choose how it is shown   Esc back   { again: the sign itself</source>
        <translation>↵ 插入&#x3000;Tab 选格式&#x3000;Esc 返回&#x3000;再按 { 输入符号本身</translation>
    </message>
    <message>
        <source>Nothing found for “{query}”.</source>
        <translation>没有找到“{query}”。</translation>
    </message>
    <message>
        <source>Try a name, a code, a unit, a section or pinyin initials.</source>
        <translation>试试名称、编码、单位、章节或拼音首字母。</translation>
    </message>
    <message>
        <source>Year of the report</source>
        <translation>报告年度</translation>
    </message>
    <message>
        <source>Year of the report by its last day</source>
        <translation>报告年度（以最后一天表示）</translation>
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
        <translation>旧备注归类</translation>
    </message>
    <message>
        <source>Notes to sort</source>
        <translation>待归类的备注</translation>
    </message>
    <message>
        <source>All printed</source>
        <translation>全部印作脚注</translation>
    </message>
    <message>
        <source>All internal</source>
        <translation>全部留作内部</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>These notes were written when footnote and note were one field, and are printed until they are sorted. Tick what each becomes (space: in all chosen rows). A footnote is printed, a note never is; the answer to a doubt keeps your name and the date.</source>
        <translation>这些备注写于脚注与备注分开之前，归类前仍照旧印出。请勾选各自改作什么（空格键：所选各行一起勾选）。脚注会印出，备注不印；答复疑问时记下您的姓名和日期。</translation>
    </message>
    <message>
        <source>{count} of {all} ticked</source>
        <translation>已勾选 {count} / {all}</translation>
    </message>
    <message>
        <source>Sort {count} notes</source>
        <translation>归类 {count} 条</translation>
    </message>
    <message>
        <source>sorting of old notes</source>
        <translation>旧备注归类</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening {name} …</source>
        <translation>正在打开 {name} …</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>{filled} of {asked} filled in, errors: {errors}, doubts: {doubts}</source>
        <translation>已填 {filled} / {asked}，错误 {errors}，疑问 {doubts}</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>to be looked at again: {count}</source>
        <translation>须跟进：{count}</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Filter sections</source>
        <translation>筛选章节</translation>
    </message>
    <message>
        <source>Only sections with follow-up marks</source>
        <translation>只看有跟进标记的章节</translation>
    </message>
    <message>
        <source>Outline of the report</source>
        <translation>报告大纲</translation>
    </message>
    <message>
        <source>No section is called so or asks such a department. Ctrl+K finds the rest.</source>
        <translation>没有这样名称的小节，也没有由这样的部门填报的小节。按 Ctrl+K 可查找其余内容。</translation>
    </message>
</context>
<context>
    <name>OverviewLists</name>
    <message>
        <source>Frameworks</source>
        <translation>框架覆盖</translation>
    </message>
    <message>
        <source>answered / all</source>
        <translation>已回应 / 全部</translation>
    </message>
    <message>
        <source>All disclosures …</source>
        <translation>逐条查看…</translation>
    </message>
    <message>
        <source>The catalogue knows no framework.</source>
        <translation>指标库中没有披露框架。</translation>
    </message>
    <message>
        <source>The report follows it.</source>
        <translation>本报告采用。</translation>
    </message>
    <message>
        <source>No statements contradict each other.</source>
        <translation>没有相互矛盾的说法。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Open contradictions</source>
        <translation>未决矛盾</translation>
    </message>
    <message>
        <source>Settle …</source>
        <translation>去处理…</translation>
    </message>
    <message>
        <source>{said}; {count} more</source>
        <translation>{said}；另有 {count} 处</translation>
    </message>
    <message>
        <source>Latest changes</source>
        <translation>最近改动</translation>
    </message>
    <message>
        <source>Nothing was changed in this report yet.</source>
        <translation>本报告还没有改动。</translation>
    </message>
    <message>
        <source>Since your last visit, {when}</source>
        <translation>上次查看（{when}）以来</translation>
    </message>
    <message>
        <source>Nothing has changed since.</source>
        <translation>此后没有改动。</translation>
    </message>
    <message>
        <source>Compare …</source>
        <translation>比较…</translation>
    </message>
</context>
<context>
    <name>OverviewModel</name>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>People</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Owned by nobody</source>
        <translation>尚无人负责</translation>
    </message>
    <message>
        <source>{department}, {chapter}</source>
        <translation>{department}，{chapter}</translation>
    </message>
    <message>
        <source>{place}: nothing</source>
        <translation>{place}：没有要填的</translation>
    </message>
    <message>
        <source>{place}: {counts}, {state}</source>
        <translation>{place}：{counts}，{state}</translation>
    </message>
    <message>
        <source>{answered} of {asked}</source>
        <translation>已填 {answered} 项，共 {asked} 项</translation>
    </message>
    <message>
        <source>{counts}, {omitted} not disclosed</source>
        <translation>{counts}，另有 {omitted} 项不披露</translation>
    </message>
    <message>
        <source>{department}: no contact</source>
        <translation>{department}：没有联系人</translation>
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
        <translation>总览</translation>
    </message>
    <message>
        <source>Export draft …</source>
        <translation>导出草稿…</translation>
    </message>
    <message>
        <source>Departments by chapters</source>
        <translation>部门 × 章节</translation>
    </message>
    <message>
        <source>This report asks for nothing yet.</source>
        <translation>本报告还没有要填的内容。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Nobody has been asked yet: the cells say what each department owns.</source>
        <translation>尚未向部门征集：格内是各部门负责的内容。</translation>
    </message>
    <message>
        <source>answered / asked; a click leads into the sheet</source>
        <translation>格内为 已填 / 要填；点开格子进入填报表</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>Due day …</source>
        <translation>截止日期…</translation>
    </message>
    <message>
        <source>Ask …</source>
        <translation>发起征集…</translation>
    </message>
    <message>
        <source>Remind {count} department …</source>
        <translation>催办 {count} 个部门…</translation>
    </message>
    <message>
        <source>Remind {count} departments …</source>
        <translation>催办 {count} 个部门…</translation>
    </message>
    <message>
        <source>Remind …</source>
        <translation>催办…</translation>
    </message>
    <message>
        <source>No department owns anything in this report.</source>
        <translation>本报告没有任何内容归部门负责。</translation>
    </message>
    <message>
        <source>Nothing is late or open.</source>
        <translation>没有逾期或未完成的部门。</translation>
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
        <translation>没有未完成的项了，可按 Ctrl+Shift+Enter 提交。</translation>
    </message>
    <message>
        <source>Nothing is open in this report.</source>
        <translation>这份报告没有未填的内容。</translation>
    </message>
</context>
<context>
    <name>OwnWorking</name>
    <message>
        <source>Nobody asks you for a department&apos;s share here.</source>
        <translation>这里没有要您代表部门填报的内容。</translation>
    </message>
</context>
<context>
    <name>OwnerDialog</name>
    <message>
        <source>Change the owner</source>
        <translation>更换负责部门</translation>
    </message>
    <message>
        <source>Choose a department</source>
        <translation>选择部门</translation>
    </message>
    <message>
        <source>Kept in the history</source>
        <translation>保留在历史记录中</translation>
    </message>
    <message>
        <source>What belongs to another department then</source>
        <translation>将由其他部门负责的条目</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>新的负责部门</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Items: {count}</source>
        <translation>条目 {count}</translation>
    </message>
    <message>
        <source>The owner is named in the definitions, at the metric or at the part of the report. What stands at the same place goes along.</source>
        <translation>负责部门写在指标库中，写在指标上，或写在报告的部分上；同处的内容会一并改换。</translation>
    </message>
    <message>
        <source>Choose a department.</source>
        <translation>请选择部门。</translation>
    </message>
    <message>
        <source>Working out what goes along …</source>
        <translation>正在查看会一并改换的内容…</translation>
    </message>
    <message>
        <source>Items that belong to another department then: {count}, going along: {along}.</source>
        <translation>将有 {count} 项由其他部门负责，其中 {along} 项是一并改换的。</translation>
    </message>
    <message>
        <source>They belong to this department already.</source>
        <translation>这些条目已由该部门负责。</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>goes along</source>
        <translation>一并改换</translation>
    </message>
    <message>
        <source>owner: {name}</source>
        <translation>负责部门：{name}</translation>
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
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation>打印或存为 PDF</translation>
    </message>
    <message>
        <source>Show the whole chapter</source>
        <translation>显示整章</translation>
    </message>
    <message>
        <source>{language}: show or hide its page beside the others</source>
        <translation>{language}：与其他语言并排显示，或收起</translation>
    </message>
    <message>
        <source>Nothing of this section is printed. Choose another section in the outline.</source>
        <translation>本节没有要印的内容。请在目录中选择其他章节。</translation>
    </message>
    <message>
        <source>Making the page …</source>
        <translation>正在生成页面…</translation>
    </message>
    <message>
        <source>≈ p. {first}</source>
        <translation>≈ 第 {first} 页</translation>
    </message>
    <message>
        <source>≈ pp. {first}–{last}</source>
        <translation>≈ 第 {first}–{last} 页</translation>
    </message>
    <message>
        <source>Pages and where they end are estimates: Word counts when the draft is opened.</source>
        <translation>页码和分页处都是估计的：打开草稿时由 Word 计算。</translation>
    </message>
    <message>
        <source>This number has no field in this report.</source>
        <translation>这个数字在本报告中没有填写位置。</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page as it will print</source>
        <translation>印出来的页面</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What can be gone to or done</source>
        <translation>可以前往的地方和可以执行的操作</translation>
    </message>
    <message>
        <source>↑ ↓ choose   ↵ go or do   Ctrl+↵ the values as a sheet   Esc back</source>
        <translation>↑ ↓ 选择   ↵ 前往或执行   Ctrl+↵ 在填报表中列出   Esc 返回</translation>
    </message>
    <message>
        <source>Try a name, a code, a unit or pinyin initials.</source>
        <translation>试试名称、编码、单位或拼音首字母。</translation>
    </message>
    <message>
        <source>Nothing in this report fits “{query}”.</source>
        <translation>本报告中没有找到“{query}”。</translation>
    </message>
    <message>
        <source>Nothing in any report fits “{query}”.</source>
        <translation>所有报告中都没有找到“{query}”。</translation>
    </message>
    <message>
        <source>Search all reports (↵)</source>
        <translation>在所有报告中查找（↵）</translation>
    </message>
    <message>
        <source>Show all places and actions (↵)</source>
        <translation>显示所有地方和操作（↵）</translation>
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
        <translation>执行</translation>
    </message>
    <message>
        <source>{group} – the first {shown} of {count}</source>
        <translation>{group}：{count} 个中的前 {shown} 个</translation>
    </message>
</context>
<context>
    <name>PartWords</name>
    <message>
        <source>Chapter</source>
        <translation>一级章节</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>小标题</translation>
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
        <translation>重点数据</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>示意图</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵图</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>1 block</source>
        <translation>1 块</translation>
    </message>
    <message>
        <source>{count} metrics</source>
        <translation>{count} 项指标</translation>
    </message>
    <message>
        <source>1 metric</source>
        <translation>1 项指标</translation>
    </message>
    <message>
        <source>{count} blocks</source>
        <translation>{count} 块</translation>
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
        <translation>转交</translation>
    </message>
    <message>
        <source>The whole request: {count} items</source>
        <translation>整项征集，共 {count} 项</translation>
    </message>
    <message>
        <source>Chosen items: {names}</source>
        <translation>所选项目：{names}</translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation>请选择同事</translation>
    </message>
    <message>
        <source>nobody: any contact of the department</source>
        <translation>不指定：由该部门的任何联系人填写</translation>
    </message>
    <message>
        <source>Kept in the history</source>
        <translation>写入历史记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>To</source>
        <translation>转给</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Packs and letters go to whoever it was passed on to; every contact of the department may still fill in all of it.</source>
        <translation>填报包和信件会发给转交的同事；该部门的其他联系人仍然可以填写全部内容。</translation>
    </message>
    <message>
        <source>Choose to whom it goes.</source>
        <translation>请选择转给谁。</translation>
    </message>
    <message>
        <source>passing on to {name}</source>
        <translation>转交给{name}</translation>
    </message>
    <message>
        <source>taking back what was passed on</source>
        <translation>收回转交</translation>
    </message>
</context>
<context>
    <name>PasteReport</name>
    <message>
        <source>Values pasted: {count}</source>
        <translation>已粘贴 {count} 个数值</translation>
    </message>
    <message>
        <source>from {columns} × {rows} cells, one step of undo</source>
        <translation>来自 {columns} 列 × {rows} 行，一步可撤销</translation>
    </message>
    <message>
        <source>; emptied: {count}</source>
        <translation>；清空 {count} 个</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>Undo paste</source>
        <translation>撤销粘贴</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>跳到第 1 处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>没有写入的单元格</translation>
    </message>
    <message>
        <source>Cells not taken</source>
        <translation>未写入的单元格</translation>
    </message>
    <message>
        <source>Cells pasted: {count}</source>
        <translation>已粘贴 {count} 个单元格</translation>
    </message>
    <message>
        <source>Every cell of the block found its place.</source>
        <translation>复制的每一格都已放好。</translation>
    </message>
    <message>
        <source>“{text}” was not taken. {reason}</source>
        <translation>“{text}”没有写入。{reason}</translation>
    </message>
    <message>
        <source>“{text}” is kept there and marked. {reason}</source>
        <translation>“{text}”已保留在原处并标出。{reason}</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>copied line {number}</source>
        <translation>复制的第 {number} 行</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>添加…</translation>
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
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>Who I am …</source>
        <translation>我是谁…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Letters and forms are written in the language of a department&apos;s first contact. A table (Excel or text) has columns for name, department, role, e-mail and language.</source>
        <translation>信件和填报表使用部门第一位联系人的语言。表格（Excel 或文本）应有姓名、部门、角色、邮箱、语言各列。</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>No editor is listed: until one is, whoever works here may do what an editor may. Add the editor first.</source>
        <translation>尚未登记编辑：在此之前，在这里工作的任何人都可以做编辑能做的事。请先添加编辑。</translation>
    </message>
    <message>
        <source>You work here in this name: another editor takes you out.</source>
        <translation>您正以这个姓名工作，需由另一位编辑移除。</translation>
    </message>
    <message>
        <source>{name} was taken out and stays in the history. Undo brings them back.</source>
        <translation>已移除{name}，历史记录中仍保留。撤销即可恢复。</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>The table says nothing that is not here already.</source>
        <translation>表格中的内容这里都已有。</translation>
    </message>
    <message>
        <source>Import of {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>Taken from the table: {count}.</source>
        <translation>已从表格收下 {count} 人。</translation>
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
        <translation>来自 {file}：</translation>
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
        <translation>部门</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Letters in</source>
        <translation>信件语言</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name}（您）</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>没有地址</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Who are you?</source>
        <translation>您是谁？</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The history names you with every change; your role says what you may change.</source>
        <translation>每次改动都会以您的姓名记入历史记录；您能改动什么，取决于您的角色。</translation>
    </message>
    <message>
        <source>Nobody checks this, and it is no lock: whoever has the file can give any name. What Annals promises is that a history altered afterwards is detected. The choice is remembered on this computer; the name at the foot of the window changes it.</source>
        <translation>这里不作核验，也不是一把锁：拿到文件的人可以填任何姓名。Annals 保证的是，事后篡改历史记录会被发现。您的选择只记在这台电脑上，点击窗口底部的姓名即可更改。</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>Change a person</source>
        <translation>修改人员</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>that of the report</source>
        <translation>与报告相同</translation>
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
        <translation>添加</translation>
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
        <translation>部门(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>邮箱(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Language of letters</source>
        <translation>信件语言(&amp;L)</translation>
    </message>
    <message>
        <source>A contact fills in what the department owns, a reviewer approves or returns it, an editor may change everything, an auditor reads.</source>
        <translation>联系人填写本部门负责的内容，审核人批准或退回，编辑可以改动一切，鉴证人员只查阅。</translation>
    </message>
    <message>
        <source>You work here in this name and role: another editor changes them.</source>
        <translation>您正以这个姓名和角色工作，需由另一位编辑修改。</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>A contact belongs to a department: choose one.</source>
        <translation>联系人属于一个部门，请选择部门。</translation>
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
        <translation>部门</translation>
    </message>
    <message>
        <source>I am not listed</source>
        <translation>我不在名单中</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只能查看</translation>
    </message>
    <message>
        <source>I am not listed ({name})</source>
        <translation>我不在名单中（{name}）</translation>
    </message>
    <message>
        <source>may change everything until an editor is listed</source>
        <translation>列入编辑之前可以改动全部内容</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PictureEditor</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>Alternative text: what the picture shows, for readers who cannot see it</source>
        <translation>替代文字：图中是什么，供看不到图片的读者使用</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>Choose picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Drop a PNG or JPEG picture here</source>
        <translation>可把 PNG 或 JPEG 图片拖到这里</translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <translation>正在读取图片…</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>change of a picture</source>
        <translation>更换图片</translation>
    </message>
    <message>
        <source>removal of a picture</source>
        <translation>移除图片</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>The page as it will print</source>
        <translation>印出来的页面</translation>
    </message>
    <message>
        <source>The form with what is filled in</source>
        <translation>已填内容的表单</translation>
    </message>
    <message>
        <source>The empty form, with last year’s values</source>
        <translation>空白表单，附上年数值</translation>
    </message>
    <message>
        <source>The whole chapter</source>
        <translation>整章</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>打开 PDF</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Preview …</source>
        <translation>预览…</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>Sheets as they will be printed</source>
        <translation>将要打印的各页</translation>
    </message>
    <message>
        <source>1 sheet</source>
        <translation>1 页</translation>
    </message>
    <message>
        <source>{count} sheets</source>
        <translation>{count} 页</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存为 PDF…</translation>
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
        <translation>说明原因…</translation>
    </message>
    <message>
        <source>The value has changed since the reason was stated.</source>
        <translation>说明原因之后数值又有变动。</translation>
    </message>
</context>
<context>
    <name>ProfileChoice</name>
    <message>
        <source>Compare with</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>不对照</translation>
    </message>
    <message>
        <source>{name}  –  {count} metrics, nobody owns {unowned} of them</source>
        <translation>{name} – 共 {count} 个指标，其中 {unowned} 个无人负责</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>无人负责</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>在收集</translation>
    </message>
    <message>
        <source>answered by another</source>
        <translation>由别的指标回应</translation>
    </message>
    <message>
        <source>not asked for in this report</source>
        <translation>本报告未收集</translation>
    </message>
    <message>
        <source>new to the workspace</source>
        <translation>工作区还没有</translation>
    </message>
    <message>
        <source>{name}  –  nothing answers {count} disclosures</source>
        <translation>{name} – {count} 项还没有任何内容回应</translation>
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
        <translation>请先把光标放在一个数值、一段文字或一行记录上。</translation>
    </message>
    <message>
        <source>Put the cursor into a value first.</source>
        <translation>请先把光标放在一个数值上。</translation>
    </message>
    <message>
        <source>follow-up mark</source>
        <translation>跟进标记</translation>
    </message>
    <message>
        <source>Marked for follow-up.</source>
        <translation>已标记为须跟进。</translation>
    </message>
    <message>
        <source>follow-up mark taken away</source>
        <translation>移除跟进标记</translation>
    </message>
    <message>
        <source>The follow-up mark is gone.</source>
        <translation>已移除跟进标记。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>替身</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷方式</translation>
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
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QuestionLine</name>
    <message>
        <source>Ask or answer; Return sends it</source>
        <translation>就此提问或答复，按回车发出</translation>
    </message>
    <message>
        <source>Ask or answer about “{row}”; Return sends it</source>
        <translation>就“{row}”提问或答复，按回车发出</translation>
    </message>
    <message>
        <source>question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答复</translation>
    </message>
</context>
<context>
    <name>QuestionModel</name>
    <message>
        <source>Asked of</source>
        <translation>问什么</translation>
    </message>
    <message>
        <source>In the sheet</source>
        <translation>表中写法</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>财年</translation>
    </message>
    <message>
        <source>Two units</source>
        <translation>两种单位</translation>
    </message>
    <message>
        <source>? choose: {guesses}</source>
        <translation>？请选择：{guesses}</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>所属标题</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Footnote (printed)</source>
        <translation>脚注（印出）</translation>
    </message>
    <message>
        <source>Value of the sheet&apos;s year</source>
        <translation>本表年份的数值</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Part of the year</source>
        <translation>一年中的一段</translation>
    </message>
    <message>
        <source>Site, part of the total</source>
        <translation>场所，合计的一部分</translation>
    </message>
    <message>
        <source>named by the year in which it ends</source>
        <translation>按结束的年份</translation>
    </message>
    <message>
        <source>named by the year in which it begins</source>
        <translation>按开始的年份</translation>
    </message>
</context>
<context>
    <name>RaceView</name>
    <message>
        <source>Stands there now</source>
        <translation>现有内容</translation>
    </message>
    <message>
        <source>Before both</source>
        <translation>双方修改之前</translation>
    </message>
    <message>
        <source>Typed here, not stored</source>
        <translation>这里填写的（未保存）</translation>
    </message>
    <message>
        <source>Leave what stands there</source>
        <translation>保留现有内容</translation>
    </message>
    <message>
        <source>Store what was typed here</source>
        <translation>保存这里填写的</translation>
    </message>
</context>
<context>
    <name>RacesDialog</name>
    <message>
        <source>Changed by two people</source>
        <translation>两人同时修改</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Somebody else has changed what you were changing. Nothing of yours is lost: choose what stays.</source>
        <translation>您正在修改的内容刚被别人改过。您填写的没有丢失，请选择保留哪一个。</translation>
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
        <translation>显示谁在使用、自何时起、最近一次活动</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>The program that holds it still runs on this computer. Close its window, then open this.</source>
        <translation>占用它的程序还在这台电脑上运行。请先关闭那个窗口，再打开这里。</translation>
    </message>
    <message>
        <source>Ask there first whether somebody is still at work: what they type from now on could not be stored any more. Take it over?</source>
        <translation>请先问清楚那边是否还有人在用：接管之后，那边再输入的内容将无法保存。要接管吗？</translation>
    </message>
    <message>
        <source>Take over the workspace</source>
        <translation>接管工作区</translation>
    </message>
    <message>
        <source>The lock file {lock} cannot be read; it was last touched {seen}.</source>
        <translation>锁文件 {lock} 无法识别，最近一次改动 {seen}。</translation>
    </message>
    <message>
        <source>Held by {user} on {host} since {since}, last seen {seen}.</source>
        <translation>{user} 在电脑 {host} 上使用，自 {since} 起，最近一次活动 {seen}。</translation>
    </message>
    <message>
        <source>Sa&amp;ve as a new workspace …</source>
        <translation>另存为新工作区(&amp;V)…</translation>
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
        <translation>识别为 {value}</translation>
    </message>
</context>
<context>
    <name>ReceivedPackDialog</name>
    <message>
        <source>A pack to fill in</source>
        <translation>收到的填报包</translation>
    </message>
    <message>
        <source>Keep it elsewhere …</source>
        <translation>存到别处…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发来</translation>
    </message>
    <message>
        <source>To</source>
        <translation>填报人</translation>
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
        <translation>{count} 项</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>填报说明</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Annals keeps your share in a file of its own; nothing is sent anywhere until you say so.</source>
        <translation>您填的内容存在单独一个文件里；在您发出之前，什么都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>You have this share already. What you filled in stays; what the pack brings is added.</source>
        <translation>这份内容您已经打开过。您填好的会保留，填报包里新的内容会补进来。</translation>
    </message>
    <message>
        <source>Something else stands there. Choose another place.</source>
        <translation>那里已有别的文件。请另选一个位置。</translation>
    </message>
    <message>
        <source>Bring up to date</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Annals workspaces</source>
        <translation>Annals 工作区</translation>
    </message>
    <message>
        <source>Where this share is kept</source>
        <translation>填报内容存在哪里</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>As it prints</source>
        <translation>印出来的样子</translation>
    </message>
    <message>
        <source>Show the page beside the form (F7)</source>
        <translation>在表单旁边显示页面（F7）</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>Machine draft: read it, then correct it or choose “Accept all” above</source>
        <translation>机器起草：请核对后修改，或点上方的“全部接受”</translation>
    </message>
    <message>
        <source>rows taken out</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation>确认仍然成立</translation>
    </message>
    <message>
        <source>order of rows</source>
        <translation>调整顺序</translation>
    </message>
    <message>
        <source>moved to another section</source>
        <translation>移到其他章节</translation>
    </message>
</context>
<context>
    <name>RecordPair</name>
    <message>
        <source>Drag a row to put it elsewhere, or press Alt+↑ and Alt+↓.</source>
        <translation>拖动一行可调整顺序，也可按 Alt+↑、Alt+↓。</translation>
    </message>
</context>
<context>
    <name>RecordRowDelegate</name>
    <message>
        <source>Without a title yet</source>
        <translation>尚无标题</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>{kind}: nothing here yet. Add the first row.</source>
        <translation>还没有{kind}。请添加第一行。</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>删除此行</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>图片…</translation>
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
        <translation>移到其他章节</translation>
    </message>
    <message>
        <source>As a list with a form</source>
        <translation>以列表和表单显示</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Take those of {year} ({count})</source>
        <translation>沿用 {year} 年的 {count} 行</translation>
    </message>
    <message>
        <source>Rows not touched since {report}: {count} (shaded).</source>
        <translation>自{report}起未修改：{count} 条（底色标出）。</translation>
    </message>
</context>
<context>
    <name>RefusedTyping</name>
    <message>
        <source>Opened for reading only: nothing can be typed.</source>
        <translation>以只读方式打开，不能输入。</translation>
    </message>
    <message>
        <source>It is computed: change what it is computed from.</source>
        <translation>这是计算值，请改它所依据的数值。</translation>
    </message>
    <message>
        <source>This is only shown: nothing can be typed here.</source>
        <translation>此处只供查看，不能输入。</translation>
    </message>
</context>
<context>
    <name>RemarkLines</name>
    <message>
        <source>Footnote (printed)</source>
        <translation>脚注（印出）</translation>
    </message>
    <message>
        <source>Note (internal, never printed)</source>
        <translation>备注（内部，不印出）</translation>
    </message>
    <message>
        <source>{title} on {name}</source>
        <translation>{name}的{title}</translation>
    </message>
    <message>
        <source>Can be added once there is a value or a reason</source>
        <translation>有了数值或缺失原因后才能填写</translation>
    </message>
    <message>
        <source>Why there is no value: printed with it and in the index</source>
        <translation>为何没有数值：在该处和索引中印出</translation>
    </message>
    <message>
        <source>What readers need to know: printed below the value</source>
        <translation>读者需要知道的：作为该数值的脚注印出</translation>
    </message>
    <message>
        <source>For colleagues: what to check, where it comes from, what is still open</source>
        <translation>给同事看的：要核对什么、从何而来、还有什么没弄清</translation>
    </message>
</context>
<context>
    <name>RemovalBar</name>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>{count} sections</source>
        <translation>{count} 个下级章节</translation>
    </message>
    <message>
        <source>{count} blocks</source>
        <translation>{count} 块</translation>
    </message>
    <message>
        <source>{count} written texts</source>
        <translation>{count} 段写好的文字</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图片</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} 条记录</translation>
    </message>
    <message>
        <source>{count} metrics with values</source>
        <translation>{count} 项有数值的指标</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>In “{name}” stand: {list}.</source>
        <translation>“{name}”里有：{list}。</translation>
    </message>
    <message>
        <source>Nowhere else in this report: {names}.</source>
        <translation>本报告别处没有：{names}。</translation>
    </message>
    <message>
        <source>All of it stays in the workspace, and Undo brings the place back.</source>
        <translation>这些内容都留在工作区里，撤销即可恢复原位。</translation>
    </message>
</context>
<context>
    <name>RenewedShareDialog</name>
    <message>
        <source>What the pack brought</source>
        <translation>填报包带来的变化</translation>
    </message>
    <message>
        <source>{count} changes since the pack before</source>
        <translation>与上一个填报包相比有 {count} 处变化</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Left as you filled it in, though the pack says something else: {names}</source>
        <translation>填报包里另有说法、仍按您填的保留：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>填报说明</translation>
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
        <translation>尚无人负责</translation>
    </message>
    <message>
        <source>Ask …</source>
        <translation>征集…</translation>
    </message>
    <message>
        <source>Ask again …</source>
        <translation>重新征集…</translation>
    </message>
    <message>
        <source>Pass on …</source>
        <translation>转交…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>Nobody owns these items: name an owner, and they can be asked for.</source>
        <translation>这些条目没有负责部门。指定部门后即可征集。</translation>
    </message>
    <message>
        <source>This department owns items of the report and has not been asked.</source>
        <translation>该部门负责本报告的部分内容，尚未征集。</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>{day} 截止</translation>
    </message>
    <message>
        <source>Nobody is listed for this department: letters have no address.</source>
        <translation>该部门没有联系人，信件没有收件地址。</translation>
    </message>
    <message>
        <source>Passed on to {name}</source>
        <translation>已转给{name}</translation>
    </message>
    <message>
        <source>Guidance: {words}</source>
        <translation>填报说明：{words}</translation>
    </message>
    <message>
        <source>Came back: {reason}</source>
        <translation>已退回：{reason}</translation>
    </message>
    <message>
        <source>Handed in incomplete: {reason}</source>
        <translation>未填齐即提交：{reason}</translation>
    </message>
    <message>
        <source>not disclosed: {count}</source>
        <translation>不披露 {count} 项</translation>
    </message>
    <message>
        <source>errors: {count}</source>
        <translation>错误 {count} 处</translation>
    </message>
    <message>
        <source>doubts: {count}</source>
        <translation>疑问 {count} 处</translation>
    </message>
    <message>
        <source>approved: {count}</source>
        <translation>已批准 {count} 项</translation>
    </message>
    <message>
        <source>returned: {count}</source>
        <translation>已退回 {count} 项</translation>
    </message>
    <message>
        <source>sent {day}</source>
        <translation>{day} 发送</translation>
    </message>
    <message>
        <source>received {day}</source>
        <translation>{day} 收到</translation>
    </message>
    <message>
        <source>Nothing is missing, and nothing came back.</source>
        <translation>没有未填的项目，也没有退回的项目。</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>未填 {count}</translation>
    </message>
    <message>
        <source>Items: {count}</source>
        <translation>条目 {count}</translation>
    </message>
    <message>
        <source>What is missing or came back</source>
        <translation>未填或退回的内容</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Owner …</source>
        <translation>负责部门…</translation>
    </message>
    <message>
        <source>Missing: {count} · others: {more}</source>
        <translation>未填 {count} · 其他 {more}</translation>
    </message>
    <message>
        <source>Choose an item above.</source>
        <translation>请先在上面选择条目。</translation>
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
        <translation>部门</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <translation>错误</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>疑问</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
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
        <translation>没有负责部门</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未征集</translation>
    </message>
    <message>
        <source>Asked of nobody</source>
        <translation>尚无人负责</translation>
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
        <translation>征集情况</translation>
    </message>
    <message>
        <source>People …</source>
        <translation>人员…</translation>
    </message>
    <message>
        <source>Send …</source>
        <translation>发送…</translation>
    </message>
    <message>
        <source>Ask …</source>
        <translation>征集…</translation>
    </message>
    <message>
        <source>Department or person</source>
        <translation>部门或姓名</translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation>筛选征集</translation>
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
        <translation>填报中</translation>
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
        <translation>未征集</translation>
    </message>
    <message>
        <source>Remind {count} …</source>
        <translation>催办 {count} 个部门…</translation>
    </message>
    <message>
        <source>Remind …</source>
        <translation>催办…</translation>
    </message>
    <message>
        <source>No department owns anything in this report: the catalogue names no owners.</source>
        <translation>这份报告中没有部门负责任何内容：指标库没有写明负责部门。</translation>
    </message>
    <message>
        <source>Nothing of that kind. “All” shows every department.</source>
        <translation>没有这样的部门。选“全部”可列出所有部门。</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>Nobody has been asked for a share of this report yet.</source>
        <translation>这份报告还没有向任何部门征集。</translation>
    </message>
    <message>
        <source>Nothing is late or open.</source>
        <translation>没有逾期或未填的内容。</translation>
    </message>
</context>
<context>
    <name>RestateDialog</name>
    <message>
        <source>State a reason</source>
        <translation>说明重述原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save reason</source>
        <translation>保存原因</translation>
    </message>
    <message>
        <source>Later reports that show this value print the reason in a footnote.</source>
        <translation>后续报告引用此数值时，将在脚注中说明原因。</translation>
    </message>
    <message>
        <source>{name}, {year}: {place} printed “{text}”; the value is now {value}.</source>
        <translation>{name}（{year} 年）：{place}所载为“{text}”，现值 {value}。</translation>
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
        <translation>退回 {count} 项：</translation>
    </message>
    <message>
        <source>Reason, which the department is told</source>
        <translation>退回原因（会告知该部门）</translation>
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
        <translation>已选 {count} 项</translation>
    </message>
    <message>
        <source>Space ticks what has no fault</source>
        <translation>按空格勾选没有问题的条目</translation>
    </message>
    <message>
        <source>Remark (may stay empty)</source>
        <translation>附言（可不填）</translation>
    </message>
    <message>
        <source>Return {count} …</source>
        <translation>退回 {count} 项…</translation>
    </message>
    <message>
        <source>Return …</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Approve {count}</source>
        <translation>批准 {count} 项</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>A return needs a reason.</source>
        <translation>退回须写明原因。</translation>
    </message>
</context>
<context>
    <name>ReviewDepartments</name>
    <message>
        <source>{department}: {state}, to review: {count}</source>
        <translation>{department}：{state}，待审 {count} 项</translation>
    </message>
    <message>
        <source>returned: {count}</source>
        <translation>已退回 {count} 项，等修改</translation>
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
        <translation>检查</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>核对</translation>
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
        <translation>去填写处</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>相互矛盾的各方</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>须跟进</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>没有发现问题</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>提问与答复</translation>
    </message>
    <message>
        <source>You changed it last, and this report asks for four eyes.</source>
        <translation>本报告要求双人复核，而最后修改的是您本人。</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>第 {page} 页</translation>
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
        <translation>须再核对</translation>
    </message>
    <message>
        <source>Changed since the approval by {who} on {day}</source>
        <translation>{who}于 {day} 批准，此后有改动</translation>
    </message>
    <message>
        <source>Returned by {who} on {day}</source>
        <translation>{who}于 {day} 退回</translation>
    </message>
    <message>
        <source>Approved by {who} on {day}</source>
        <translation>{who}于 {day} 批准</translation>
    </message>
    <message>
        <source>nothing has changed since</source>
        <translation>此后没有改动</translation>
    </message>
    <message>
        <source>beside last year</source>
        <translation>与上年对比</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
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
        <translation>正在读取已提交的内容…</translation>
    </message>
    <message>
        <source>Nobody has been asked for a share of this report yet.</source>
        <translation>这份报告还没有向任何部门征集。</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>查看全部 {count} 项</translation>
    </message>
    <message>
        <source>{department} has handed in nothing yet.</source>
        <translation>{department}还没有提交内容。</translation>
    </message>
    <message>
        <source>Nothing waits for review here.</source>
        <translation>这里没有待审核的内容。</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 条</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>see changes</source>
        <translation>看修改</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>errors: {count}</source>
        <translation>{count} 个错误</translation>
    </message>
    <message>
        <source>doubts: {count}</source>
        <translation>{count} 个疑问</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>本人填写</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>已说明</translation>
    </message>
    <message>
        <source>definition open</source>
        <translation>口径待定</translation>
    </message>
    <message>
        <source>changed again</source>
        <translation>批准后有改动</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>待审</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>交来的部门</translation>
    </message>
    <message>
        <source>What was handed in</source>
        <translation>交来的内容</translation>
    </message>
    <message>
        <source>This report asks for four eyes: what you changed last, somebody else approves.</source>
        <translation>本报告要求双人复核：自己最后修改的，由另一人批准。</translation>
    </message>
    <message>
        <source>To review {count}</source>
        <translation>待审 {count}</translation>
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
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>approval, {department}</source>
        <translation>批准（{department}）</translation>
    </message>
    <message>
        <source>returning {count}</source>
        <translation>退回 {count} 项</translation>
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
        <translation>Annals 工作区</translation>
    </message>
    <message>
        <source>Save as a new workspace</source>
        <translation>另存为新工作区</translation>
    </message>
    <message>
        <source>Saved as a new workspace: {path} was lost or replaced</source>
        <translation>另存为新工作区：{path} 已丢失或被替换</translation>
    </message>
    <message>
        <source>Everything stands in {path} now, with its whole history. It is opened next.</source>
        <translation>全部内容及完整的修改记录现已存入 {path}，接下来将打开它。</translation>
    </message>
    <message>
        <source>Everything that was shown stands in {path} now. Its history is that of the newest backup; what came later is one step of yours. It is opened next.</source>
        <translation>所显示的全部内容现已存入 {path}。修改记录沿用最近一次自动备份，其后的改动记为您的一步。接下来将打开它。</translation>
    </message>
    <message>
        <source>Everything that was shown stands in {path} now. Its history is that of the copy that took the file&apos;s place; what differs is one step of yours. It is opened next.</source>
        <translation>所显示的全部内容现已存入 {path}。修改记录沿用取代原文件的那一份，不同之处记为您的一步。接下来将打开它。</translation>
    </message>
    <message>
        <source>Everything that was shown stands in {path} now. Its earlier history was lost with the file. It is opened next.</source>
        <translation>所显示的全部内容现已存入 {path}。此前的修改记录已随原文件丢失。接下来将打开它。</translation>
    </message>
    <message>
        <source>Files that stood in the lost one alone, to be added again: {count}.</source>
        <translation>只存在于原文件中、需要重新添加的附件：{count} 个。</translation>
    </message>
    <message>
        <source>Freezes that are gone with the history that they name: {count}.</source>
        <translation>随修改记录一同丢失的封存版本：{count} 个。</translation>
    </message>
    <message>
        <source>Changes left out because they are not yours to make: {count}.</source>
        <translation>因无权修改而未保留的改动：{count} 处。</translation>
    </message>
</context>
<context>
    <name>ScanDetail</name>
    <message>
        <source>Go to the value</source>
        <translation>去看数值</translation>
    </message>
    <message>
        <source>Take the text as evidence …</source>
        <translation>把文字作为证明文件…</translation>
    </message>
    <message>
        <source>Keep as printed</source>
        <translation>记下所载</translation>
    </message>
    <message>
        <source>What this text prints is kept beside the value; what differs becomes a contradiction to settle.</source>
        <translation>把这篇文字所载的数记在数值旁边；不同的成为一处矛盾，再改正或说明。</translation>
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
        <translation>数</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>True as rounded</source>
        <translation>约数成立</translation>
    </message>
    <message>
        <source>Earlier value</source>
        <translation>旧值</translation>
    </message>
    <message>
        <source>Mismatch</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>From this text alone</source>
        <translation>仅来自本文</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>No quantity</source>
        <translation>非数量</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Scan a text</source>
        <translation>核对文字</translation>
    </message>
    <message>
        <source>Open a text …</source>
        <translation>打开文字…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Numbers of the text</source>
        <translation>文字中的数</translation>
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
        <translation>自动认出</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字文件</translation>
    </message>
    <message>
        <source>Open a text</source>
        <translation>打开文字</translation>
    </message>
    <message>
        <source>{file}, taken for {source}</source>
        <translation>{file}，认作 {source}</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>Drop an article, a report or a draft here: every number in it is held against the workspace.</source>
        <translation>把文章、报告或草稿拖到这里：其中的每个数都与工作区核对。</translation>
    </message>
    <message>
        <source>what a text prints</source>
        <translation>文字所载的数</translation>
    </message>
    <message>
        <source>Kept beside the value: what differs from it is listed among the contradictions.</source>
        <translation>已记在数值旁边：不同的列在“相互矛盾”里。</translation>
    </message>
</context>
<context>
    <name>ScopeLine</name>
    <message>
        <source>My sections</source>
        <translation>我的章节</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>全部章节</translation>
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
        <translation>待核对：{count}</translation>
    </message>
    <message>
        <source>machine drafts</source>
        <translation>机器起草</translation>
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
        <translation>正文语言</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>正文语言</translation>
    </message>
    <message>
        <source>{filled} of {asked} filled in</source>
        <translation>已填 {filled} / {asked}</translation>
    </message>
    <message>
        <source>Errors: {count}</source>
        <translation>错误 {count}</translation>
    </message>
    <message>
        <source>Doubts: {count}</source>
        <translation>疑问 {count}</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Remind</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Pack, for those who have Annals</source>
        <translation>填报包（对方装有 Annals）</translation>
    </message>
    <message>
        <source>Excel form, for those who have not</source>
        <translation>Excel 填报表（对方没有 Annals）</translation>
    </message>
    <message>
        <source>With a letter and a calendar entry</source>
        <translation>附信件和日历提醒</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>What was made</source>
        <translation>已生成的文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Each letter names what is still open, until when, and why something came back. Annals mails nothing: a letter opens in your mail program, ready to be sent.</source>
        <translation>信件会写明哪些还没填、何时截止、为何退回。Annals 不会代发邮件：信件在您的邮件程序中打开，按一下即可发送。</translation>
    </message>
    <message>
        <source>Each department gets its own share only. Annals mails nothing: it makes the files, and a letter opens in your mail program, ready to be sent.</source>
        <translation>每个部门只收到自己的内容。Annals 不会代发邮件：只生成文件；信件在您的邮件程序中打开，按一下即可发送。</translation>
    </message>
    <message>
        <source>Remind departments: {count}</source>
        <translation>催办 {count} 个部门</translation>
    </message>
    <message>
        <source>Send to departments: {count}</source>
        <translation>发送给 {count} 个部门</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请选择文件夹。</translation>
    </message>
    <message>
        <source>Tick at least one department.</source>
        <translation>请至少勾选一个部门。</translation>
    </message>
    <message>
        <source>Writing for {department} …</source>
        <translation>正在生成：{department}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>({name} was changed by someone and is kept)</source>
        <translation>（{name} 被人改过，予以保留）</translation>
    </message>
    <message>
        <source>Enter or a double click opens the file.</source>
        <translation>按回车或双击打开文件。</translation>
    </message>
    <message>
        <source>Made for {count} departments.</source>
        <translation>已为 {count} 个部门生成。</translation>
    </message>
    <message>
        <source>Letters without an address: {list}. Type it in your mail program, or add people.</source>
        <translation>没有收件地址的信件：{list}。请在邮件程序中填写，或先添加人员。</translation>
    </message>
    <message>
        <source>Left out, since no letter gets there: {list}</source>
        <translation>没有可用的邮箱，邮件未写给：{list}</translation>
    </message>
    <message>
        <source>Cancelled. What was made before stays.</source>
        <translation>已取消，之前生成的予以保留。</translation>
    </message>
    <message>
        <source>The files could not be made.</source>
        <translation>未能生成文件。</translation>
    </message>
    <message>
        <source>Stopping after this department …</source>
        <translation>完成这个部门后停止…</translation>
    </message>
</context>
<context>
    <name>SentList</name>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Departments that were asked</source>
        <translation>已征集的部门</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>nobody listed</source>
        <translation>没有联系人</translation>
    </message>
</context>
<context>
    <name>ShareBar</name>
    <message>
        <source>Next: {name}</source>
        <translation>下一项：{name}</translation>
    </message>
    <message>
        <source>Pass on …</source>
        <translation>转交…</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
</context>
<context>
    <name>ShareWords</name>
    <message>
        <source>{department}: due {due}; all {count} items are answered: hand it in.</source>
        <translation>{department}：{due}截止，{count} 项都已填，可以提交。</translation>
    </message>
    <message>
        <source>{department}: was due {due}; all {count} items are answered: hand it in.</source>
        <translation>{department}：已过截止日（{due}），{count} 项都已填，请提交。</translation>
    </message>
    <message>
        <source>{department}: items that came back: {back}; all others are answered. Due {due}.</source>
        <translation>{department}：退回 {back} 项，其余都已填，{due}截止。</translation>
    </message>
    <message>
        <source>{department}: due {due}; {open} of {count} items are still open.</source>
        <translation>{department}：{due}截止，{count} 项中还有 {open} 项未填。</translation>
    </message>
    <message>
        <source>{department}: was due {due}; {open} of {count} items are still open.</source>
        <translation>{department}：已过截止日（{due}），{count} 项中还有 {open} 项未填。</translation>
    </message>
    <message>
        <source>{department}: items that came back: {back}; open: {open} of {count}. Due {due}.</source>
        <translation>{department}：退回 {back} 项，{count} 项中还有 {open} 项未填，{due}截止。</translation>
    </message>
    <message>
        <source>✓ {department}: handed in ({when}).</source>
        <translation>✓ {department}：已提交（{when}）。</translation>
    </message>
    <message>
        <source>{department}: items changed since it was handed in ({when}): {changed}. Hand it in again.</source>
        <translation>{department}：提交（{when}）之后又改了 {changed} 项，请重新提交。</translation>
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
        <translation>已复制 {count} 格</translation>
    </message>
    <message>
        <source>Lines copied with their heads: {count}</source>
        <translation>已连同表头复制 {count} 行，可粘贴到 Excel 或 WPS</translation>
    </message>
    <message>
        <source>There is nothing on the clipboard that could be pasted.</source>
        <translation>剪贴板里没有可以粘贴的内容。</translation>
    </message>
    <message>
        <source>pasting</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>filling</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>the same in several cells</source>
        <translation>多格填入相同内容</translation>
    </message>
    <message>
        <source>clearing</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Choose the cell that is to be repeated together with open cells behind it.</source>
        <translation>请把要重复的单元格和后面可填的单元格一起选中。</translation>
    </message>
    <message>
        <source>Cells filled: {count}</source>
        <translation>已填入 {count} 格</translation>
    </message>
    <message>
        <source>; could not be read, kept and marked: {count}</source>
        <translation>；{count} 个看不懂，已保留并标出</translation>
    </message>
</context>
<context>
    <name>SheetFilter</name>
    <message>
        <source>Filter by {column}</source>
        <translation>按“{column}”筛选</translation>
    </message>
    <message>
        <source>Words, or a comparison: &gt;100, &lt;=5; = for blanks, &lt;&gt; for what is filled</source>
        <translation>输入文字，或比较：&gt;100、&lt;=5；= 为空，&lt;&gt; 为已填</translation>
    </message>
</context>
<context>
    <name>SheetLines</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <translation>未指定部门</translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>还缺 {count} 项</translation>
    </message>
    <message>
        <source>The members add up to the whole.</source>
        <translation>各项相加与合计一致。</translation>
    </message>
    <message>
        <source>The members come to {shown}, the whole is {whole}.</source>
        <translation>各项相加为 {shown}，合计为 {whole}。</translation>
    </message>
    <message>
        <source>The sum of the members</source>
        <translation>各项之和</translation>
    </message>
    <message>
        <source>Members without a value: {lacking}</source>
        <translation>还没有数值的项：{lacking} 个</translation>
    </message>
    <message>
        <source>These members do not add up to a whole.</source>
        <translation>这些项不能相加成合计。</translation>
    </message>
    <message>
        <source>Evidence: {names}</source>
        <translation>证明文件：{names}</translation>
    </message>
    <message>
        <source>Footnote: {words}</source>
        <translation>脚注：{words}</translation>
    </message>
    <message>
        <source>Note: {words}</source>
        <translation>备注：{words}</translation>
    </message>
    <message>
        <source>Method: {words}</source>
        <translation>方法：{words}</translation>
    </message>
    <message>
        <source>Source: {words}</source>
        <translation>来源：{words}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>An earlier year: it can be read and copied here, not typed over</source>
        <translation>往年：这里可以看、可以复制，不能改写</translation>
    </message>
    <message>
        <source>Also: 1.5万, =12*3, “not applicable”</source>
        <translation>可写 1.5万、=12*3、不适用</translation>
    </message>
    <message>
        <source>An earlier year is locked here. Choose that year in its section to change it.</source>
        <translation>往年数值在这里已锁定；要修改，请在章节里选择那一年。</translation>
    </message>
    <message>
        <source>It is computed: change what it is computed from.</source>
        <translation>这是计算值，请改它所依据的数值。</translation>
    </message>
    <message>
        <source>It is the sum of the lines below: fill in those.</source>
        <translation>这一行由下面各行得出，请填下面各行。</translation>
    </message>
    <message>
        <source>No values are filled in in this column.</source>
        <translation>这一列不填数值。</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>以只读方式打开。</translation>
    </message>
    <message>
        <source>There is no line or column for it.</source>
        <translation>表里没有它的行或列。</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Sheet</source>
        <translation>填报表</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Values by years</source>
        <translation>各年数值</translation>
    </message>
    <message>
        <source>The sheet is being put together …</source>
        <translation>正在整理填报表…</translation>
    </message>
    <message>
        <source>Metrics and units</source>
        <translation>指标与单位</translation>
    </message>
    <message>
        <source>Nothing of that kind here.</source>
        <translation>这里没有这样的数值。</translation>
    </message>
    <message>
        <source>Nothing is called “{words}” here.</source>
        <translation>这里没有名为“{words}”的指标。</translation>
    </message>
    <message>
        <source>Something was done since: use Undo (Ctrl+Z).</source>
        <translation>此后还有别的改动，请用撤销（Ctrl+Z）。</translation>
    </message>
</context>
<context>
    <name>SheetTools</name>
    <message>
        <source>All metrics there are</source>
        <translation>全部指标（含本报告未用的）</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>全部章节</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部门</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>全部数值</translation>
    </message>
    <message>
        <source>Asked of departments</source>
        <translation>已向部门征集</translation>
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
        <translation>有错误或存疑</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Those of issues: {count}</source>
        <translation>问题涉及的 {count} 项</translation>
    </message>
    <message>
        <source>Chapter or section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
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
        <translation>名称、编码或单位</translation>
    </message>
    <message>
        <source>Search the sheet</source>
        <translation>在填报表中查找</translation>
    </message>
    <message>
        <source>Filter row (Ctrl+Shift+L)</source>
        <translation>筛选行（Ctrl+Shift+L）</translation>
    </message>
    <message>
        <source>Filter row</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Copy for Excel</source>
        <translation>复制为 Excel</translation>
    </message>
    <message>
        <source>Request: {who}, due {day}</source>
        <translation>征集：{who}，截止 {day}</translation>
    </message>
</context>
<context>
    <name>ShownRow</name>
    <message>
        <source>Filled in above</source>
        <translation>在上方填写</translation>
    </message>
    <message>
        <source>Filled in below</source>
        <translation>在下方填写</translation>
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
        <translation>导语</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>致辞</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>框内文字</translation>
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
        <translation>说明</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Place and date</source>
        <translation>地点和日期</translation>
    </message>
    <message>
        <source>Answers {codes}</source>
        <translation>回应 {codes}</translation>
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
        <translation>写“{title}”本年做了什么、有何成效，用数字说话</translation>
    </message>
    <message>
        <source>Opens “{title}” in a few sentences: what matters, and what the reader will find</source>
        <translation>用几句话引出“{title}”：最要紧的是什么，下文会讲什么</translation>
    </message>
    <message>
        <source>Speaks to the reader in the first person: the year, its hard parts, what is next</source>
        <translation>以第一人称写给读者：这一年、难处与下一步</translation>
    </message>
    <message>
        <source>What somebody said, in their own words, with name and role</source>
        <translation>某人的原话，附姓名与身份</translation>
    </message>
    <message>
        <source>One story: who, what changed, with numbers</source>
        <translation>一个故事：写人、写变化、写数字</translation>
    </message>
    <message>
        <source>Set apart from the text: one example or explanation for “{title}”</source>
        <translation>与正文分开的一则：为“{title}”举例或作说明</translation>
    </message>
    <message>
        <source>Short points on “{title}”, one line each</source>
        <translation>“{title}”的要点，一行一条</translation>
    </message>
    <message>
        <source>Who signs: name and position</source>
        <translation>署名：姓名与职务</translation>
    </message>
    <message>
        <source>The line above a press release, as “for immediate release”</source>
        <translation>新闻稿抬头的一行，例如“即时发布”</translation>
    </message>
    <message>
        <source>The news in one line</source>
        <translation>一行写出新闻要点</translation>
    </message>
    <message>
        <source>The most important number, or the reason, in one line</source>
        <translation>一行写出最重要的数字或缘由</translation>
    </message>
    <message>
        <source>Place and date of the press release</source>
        <translation>新闻稿的地点与日期</translation>
    </message>
    <message>
        <source>{length} words</source>
        <translation>{length} 词</translation>
    </message>
    <message>
        <source>{length} characters</source>
        <translation>{length} 字</translation>
    </message>
    <message>
        <source>{length} (as in the last report)</source>
        <translation>{length}（参照上次）</translation>
    </message>
    <message>
        <source>{length} (usual)</source>
        <translation>{length}（一般篇幅）</translation>
    </message>
    <message>
        <source>{path}, part {number} of {count}</source>
        <translation>{path}，第 {number} 块（共 {count} 块）</translation>
    </message>
    <message>
        <source>{path}, about page {page}</source>
        <translation>{path}，约第 {page} 页</translation>
    </message>
    <message>
        <source>Last time’s words</source>
        <translation>上次的文字</translation>
    </message>
    <message>
        <source>The page is an estimate: Word counts when the draft is opened.</source>
        <translation>页码是估计的：打开草稿时由 Word 计算。</translation>
    </message>
    <message>
        <source>no department is asked</source>
        <translation>尚未指定部门</translation>
    </message>
</context>
<context>
    <name>SourceDetail</name>
    <message>
        <source>Activity</source>
        <translation>活动数据</translation>
    </message>
    <message>
        <source>Emission factor</source>
        <translation>排放因子</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>document, table, date</source>
        <translation>文件、表、日期</translation>
    </message>
    <message>
        <source>New: {name}</source>
        <translation>新指标：{name}</translation>
    </message>
    <message>
        <source>One of your own …</source>
        <translation>自己的系数…</translation>
    </message>
    <message>
        <source>kgCO₂e for each {unit}, from {year} on</source>
        <translation>每{unit}的千克二氧化碳当量，自 {year} 年起</translation>
    </message>
    <message>
        <source>Choose above whose factor counts.</source>
        <translation>请在上方选定所在地。</translation>
    </message>
    <message>
        <source>No value in force in {year}. The nearest: {factor}</source>
        <translation>{year} 年没有适用的数值。最近的：{factor}</translation>
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
        <translation>未选</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>电网</translation>
    </message>
    <message>
        <source>Hotels</source>
        <translation>酒店</translation>
    </message>
    <message>
        <source>Base year</source>
        <translation>基准年</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Annual CSR and ESG reports: figures are typed once, Excel data sheets and the Word draft follow.</source>
        <translation>编制年度社会责任与 ESG 报告：数据只填一次，自动生成 Excel 数据表和 Word 初稿。</translation>
    </message>
    <message>
        <source>A file .annalspack that an editor has sent you, to fill in and hand in. It can be dropped here.</source>
        <translation>编辑发来的 .annalspack 文件，填好后交回。也可以直接拖到这里。</translation>
    </message>
    <message>
        <source>A workspace is one file with a company&apos;s catalogue, figures, texts and their history.</source>
        <translation>工作区是一个文件，保存一家公司的指标目录、数据、文字和修改记录。</translation>
    </message>
    <message>
        <source>An empty workspace with the built-in catalogue and report outlines.</source>
        <translation>空白工作区，带有内置的指标目录和报告大纲。</translation>
    </message>
    <message>
        <source>The published figures of three reports, to look around and try things out.</source>
        <translation>三份报告的公开数据，可随意查看和试用。</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
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
        <translation>审阅稿</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Placeholders, comments and a list show what is open.</source>
        <translation>用占位、批注和清单标出未完成的内容。</translation>
    </message>
    <message>
        <source>Each number has a letter; below each section stands where it comes from, who typed it and who approved it.</source>
        <translation>每个数字带有编号；各节之后列出数字的来源、填写人和批准人。</translation>
    </message>
    <message>
        <source>Nothing of a draft is in it; it can be made once nothing is open.</source>
        <translation>没有任何草稿痕迹；没有未了事项时才能生成。</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Not saved. {reason} What you typed is kept here.</source>
        <translation>未保存。{reason}您输入的内容保留在这里。</translation>
    </message>
    <message>
        <source>It is kept here and will be tried again.</source>
        <translation>内容保留在这里，稍后会自动重试。</translation>
    </message>
    <message>
        <source>It is saved, and has to be put right.</source>
        <translation>已保存，请改正。</translation>
    </message>
    <message>
        <source>It is saved, and needs a remark.</source>
        <translation>已保存，请写明原因。</translation>
    </message>
    <message>
        <source>There is no value, and a reason is given.</source>
        <translation>没有数值，已说明原因。</translation>
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
        <translation>这些手写的数字等于某个数值；改为引用后随数据更新（{key}）。</translation>
    </message>
    <message>
        <source>Explain and keep …</source>
        <translation>说明并保留…</translation>
    </message>
    <message>
        <source>Say why the words are right; other words or data ask again.</source>
        <translation>写明这句话为什么没错；文字或数据再改，会重新提示。</translation>
    </message>
    <message>
        <source>Change to “{words}”</source>
        <translation>改为“{words}”</translation>
    </message>
    <message>
        <source>Put these words in the place of those that are marked (Alt+Enter).</source>
        <translation>用这些字替换标出的文字（Alt+Enter）。</translation>
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
        <translation>现有数据</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>相互矛盾</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
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
        <translation>没有负责部门</translation>
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
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未征集</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>填报中</translation>
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
        <translation>分类合计</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算值</translation>
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
        <translation>只读</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>所有修改已保存</translation>
    </message>
    <message>
        <source>Not saved yet: {count}. Trying again. {reason}</source>
        <translation>尚有 {count} 处未保存，正在重试。{reason}</translation>
    </message>
    <message>
        <source>Not saved: {count}. {reason}</source>
        <translation>未保存：{count}。{reason}</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>窗口的语言</translation>
    </message>
    <message>
        <source>Not checked yet: checking …</source>
        <translation>尚未检查，正在检查…</translation>
    </message>
    <message>
        <source>Checked {time}: nothing open</source>
        <translation>{time} 检查完毕：没有待处理的问题</translation>
    </message>
    <message>
        <source>Checked {time}: {errors} errors, {doubts} doubts</source>
        <translation>{time} 检查完毕：{errors} 个错误，{doubts} 个疑问</translation>
    </message>
    <message>
        <source>Show the issues (Alt+8)</source>
        <translation>查看问题（Alt+8）</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是谁？</translation>
    </message>
    <message>
        <source>Every change is made in this name. Press to change it.</source>
        <translation>每次改动都以此姓名记录。点击可更改。</translation>
    </message>
    <message>
        <source>Values checked: {errors} errors, {doubts} doubts; texts are being checked …</source>
        <translation>数值已检查：{errors} 个错误，{doubts} 个疑问；正在检查文字…</translation>
    </message>
</context>
<context>
    <name>StepNames</name>
    <message>
        <source>{first} and others ({count} in all)</source>
        <translation>{first} 等 {count} 项</translation>
    </message>
    <message>
        <source>{name} taken away</source>
        <translation>去掉：{name}</translation>
    </message>
    <message>
        <source>{name} cleared</source>
        <translation>清空：{name}</translation>
    </message>
    <message>
        <source>{name} to {value}</source>
        <translation>改为 {value}：{name}</translation>
    </message>
    <message>
        <source>{name} as an estimate</source>
        <translation>标为估算值：{name}</translation>
    </message>
    <message>
        <source>{name} as measured</source>
        <translation>标为实测值：{name}</translation>
    </message>
    <message>
        <source>footnote of {name}</source>
        <translation>脚注：{name}</translation>
    </message>
    <message>
        <source>note on {name}</source>
        <translation>备注：{name}</translation>
    </message>
    <message>
        <source>method and source of {name}</source>
        <translation>方法与来源：{name}</translation>
    </message>
    <message>
        <source>confirmation of {name}</source>
        <translation>确认仍然成立：{name}</translation>
    </message>
    <message>
        <source>“{words}” out of {name}</source>
        <translation>删去“{words}”：{name}</translation>
    </message>
    <message>
        <source>“{words}” instead in {name}</source>
        <translation>改写为“{words}”：{name}</translation>
    </message>
    <message>
        <source>“{words}” into {name}</source>
        <translation>写入“{words}”：{name}</translation>
    </message>
    <message>
        <source>row taken out: {name}</source>
        <translation>删除行：{name}</translation>
    </message>
    <message>
        <source>new row: {name}</source>
        <translation>新增行：{name}</translation>
    </message>
    <message>
        <source>{name} moved</source>
        <translation>移动：{name}</translation>
    </message>
    <message>
        <source>picture of {name}</source>
        <translation>图片：{name}</translation>
    </message>
</context>
<context>
    <name>StructureDeeds</name>
    <message>
        <source>move “{name}”</source>
        <translation>移动“{name}”</translation>
    </message>
    <message>
        <source>rename “{name}”</source>
        <translation>改名“{name}”</translation>
    </message>
    <message>
        <source>change “{name}”</source>
        <translation>更改“{name}”</translation>
    </message>
    <message>
        <source>new text “{name}”</source>
        <translation>新增文字“{name}”</translation>
    </message>
    <message>
        <source>new section “{name}”</source>
        <translation>新增章节“{name}”</translation>
    </message>
    <message>
        <source>Place a metric in this section first: a chart shows metrics.</source>
        <translation>图表要显示指标：请先在本节放入一项指标。</translation>
    </message>
    <message>
        <source>new block in “{name}”</source>
        <translation>在“{name}”中新增内容</translation>
    </message>
    <message>
        <source>place “{name}”</source>
        <translation>放入“{name}”</translation>
    </message>
    <message>
        <source>remove “{name}”</source>
        <translation>删除“{name}”</translation>
    </message>
</context>
<context>
    <name>StructureDetail</name>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>披露项</translation>
    </message>
    <message>
        <source>Years shown</source>
        <translation>显示年数</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>图表类型</translation>
    </message>
    <message>
        <source>Place a metric that is there</source>
        <translation>放入已有指标</translation>
    </message>
    <message>
        <source>Evidence required</source>
        <translation>须附凭证</translation>
    </message>
    <message>
        <source>Add a disclosure</source>
        <translation>加披露项</translation>
    </message>
    <message>
        <source>Name, code or initials</source>
        <translation>名称、编码或拼音首字母</translation>
    </message>
    <message>
        <source>New metric …</source>
        <translation>新指标…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Change metric …</source>
        <translation>修改指标…</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>柱形图</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折线图</translation>
    </message>
    <message>
        <source>Shares of a whole</source>
        <translation>各部分占比</translation>
    </message>
    <message>
        <source>as what it stands in</source>
        <translation>沿用上级</translation>
    </message>
    <message>
        <source>Title ({language})</source>
        <translation>标题（{language}）</translation>
    </message>
    <message>
        <source>can follow later</source>
        <translation>可以以后补</translation>
    </message>
    <message>
        <source>Not written yet: {languages}. It is listed among the issues and holds nothing up.</source>
        <translation>还没有{languages}文字：会列在“问题”里，不挡现在的改动。</translation>
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
        <translation>标题</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>披露项</translation>
    </message>
</context>
<context>
    <name>StructurePage</name>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>新章节</translation>
    </message>
    <message>
        <source>New metric</source>
        <translation>新指标</translation>
    </message>
    <message>
        <source>Company …</source>
        <translation>公司信息…</translation>
    </message>
    <message>
        <source>Emission sources …</source>
        <translation>排放源…</translation>
    </message>
    <message>
        <source>Outline of the report</source>
        <translation>报告大纲</translation>
    </message>
    <message>
        <source>{chapters} chapters, {sections} sections, {blocks} blocks</source>
        <translation>{chapters} 章 {sections} 节 {blocks} 块</translation>
    </message>
    <message>
        <source>Opened for reading only.</source>
        <translation>只读打开。</translation>
    </message>
    <message>
        <source>“{name}” was removed. Undo (Ctrl+Z) brings it back.</source>
        <translation>已删除“{name}”，撤销（Ctrl+Z）即可恢复。</translation>
    </message>
</context>
<context>
    <name>TableHand</name>
    <message>
        <source>Row above</source>
        <translation>在上方插入行</translation>
    </message>
    <message>
        <source>Row below</source>
        <translation>在下方插入行</translation>
    </message>
    <message>
        <source>Column before</source>
        <translation>在左侧插入列</translation>
    </message>
    <message>
        <source>Column after</source>
        <translation>在右侧插入列</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>Delete column</source>
        <translation>删除列</translation>
    </message>
    <message>
        <source>Delete table</source>
        <translation>删除表格</translation>
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
        <translation>在此撰写本节文字。输入 { 可插入自动更新的数字。</translation>
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
        <translation>文中还写着 {year} 年。</translation>
    </message>
    <message>
        <source>Numbers without a value: {count}</source>
        <translation>{count} 个数字还没有数值</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>links</source>
        <translation>文字中的引用</translation>
    </message>
    <message>
        <source>Not saved yet, will be tried again</source>
        <translation>尚未保存，稍后重试</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>TextGuideFields</name>
    <message>
        <source>Purpose ({language})</source>
        <translation>写作要求（{language}）</translation>
    </message>
    <message>
        <source>What is to be written here</source>
        <translation>这里要写什么</translation>
    </message>
    <message>
        <source>Length, in Chinese characters</source>
        <translation>篇幅（按中文字数）</translation>
    </message>
    <message>
        <source>200-350, or 30 for at most so many</source>
        <translation>200-350，或只写上限，例如 30</translation>
    </message>
    <message>
        <source>Write it like 200-350, or like 30 for at most so many.</source>
        <translation>请写成 200-350，或只写上限，例如 30。</translation>
    </message>
</context>
<context>
    <name>TextTools</name>
    <message>
        <source>Insert number</source>
        <translation>插入数字</translation>
    </message>
    <message>
        <source>A number that stays up to date ({key})</source>
        <translation>插入会随数据更新的数字（{key}）</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>A new table; in a table its rows and columns</source>
        <translation>插入表格；光标在表格中时，增删行和列</translation>
    </message>
</context>
<context>
    <name>ThreadWords</name>
    <message>
        <source>Questions: {count}, open: {open}</source>
        <translation>提问 {count} 条，待答复 {open} 条</translation>
    </message>
    <message>
        <source>Questions: {count}, all answered</source>
        <translation>提问 {count} 条，均已答复</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Year that is filled in</source>
        <translation>填报年度</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Go to or do … (Ctrl+K)</source>
        <translation>前往或执行…（Ctrl+K）</translation>
    </message>
    <message>
        <source>Go to or do</source>
        <translation>前往或执行</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Changes that could not be saved: {count}. Save everything as a new workspace, or close nevertheless and lose them?</source>
        <translation>有 {count} 处修改未能保存。要把全部内容另存为新工作区，还是仍要关闭并放弃这些修改？</translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <source>Another key</source>
        <translation>密钥不同</translation>
    </message>
    <message>
        <source>{file} is signed as {person}, but with another key than before</source>
        <translation>{file} 以{person}的名义签名，但密钥与以前不同</translation>
    </message>
    <message>
        <source>Every computer on which somebody fills in has a key of its own. Another key may mean a new computer or a new account of {person}, or that somebody else has made this file in that name.</source>
        <translation>每台用来填报的电脑都有自己的密钥。密钥不同，可能是{person}换了电脑或账户，也可能是别人冒名做了这个文件。</translation>
    </message>
    <message>
        <source>Ask {person} in person or by phone, not by answering the mail: did you make this file, and on which computer? Only then believe the new key. The old one is forgotten; what was taken before stays.</source>
        <translation>请当面或打电话问{person}，不要回复邮件：这个文件是您做的吗，用的哪台电脑？属实才认可新密钥。旧密钥不再有效，以前收下的内容不变。</translation>
    </message>
    <message>
        <source>Do not take it</source>
        <translation>不收下</translation>
    </message>
    <message>
        <source>I have asked: believe this key</source>
        <translation>已核实，认可新密钥</translation>
    </message>
</context>
<context>
    <name>TwoSides</name>
    <message>
        <source>Keep mine</source>
        <translation>保留工作区的</translation>
    </message>
    <message>
        <source>Take the newer</source>
        <translation>采用新版的</translation>
    </message>
</context>
<context>
    <name>UnitMenu</name>
    <message>
        <source>“{text}” is meant in</source>
        <translation>“{text}”的单位是</translation>
    </message>
    <message>
        <source>No value because it is</source>
        <translation>没有数值，因为</translation>
    </message>
</context>
<context>
    <name>Updating</name>
    <message>
        <source>newer definitions</source>
        <translation>更新指标库</translation>
    </message>
    <message>
        <source>Newer definitions taken back, but for {count} that were changed or filled in since.</source>
        <translation>已撤销指标库的更新；其中 {count} 处此后已有改动或数值，予以保留。</translation>
    </message>
    <message>
        <source>The newer definitions are in force.</source>
        <translation>新的指标库已生效。</translation>
    </message>
</context>
<context>
    <name>ValueMakingDialog</name>
    <message>
        <source>How the value was made</source>
        <translation>数值的来历</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Footnote (printed)</source>
        <translation>脚注（印出）</translation>
    </message>
    <message>
        <source>Note (internal, never printed)</source>
        <translation>备注（内部，不印出）</translation>
    </message>
    <message>
        <source>There is no typed value here yet.</source>
        <translation>这里还没有填写数值。</translation>
    </message>
</context>
<context>
    <name>ValuePutting</name>
    <message>
        <source>Cells read: {number} of {count} …</source>
        <translation>已读入单元格：{number} / {count} …</translation>
    </message>
</context>
<context>
    <name>VerdictList</name>
    <message>
        <source>Verdicts</source>
        <translation>鉴证结论</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>By</source>
        <translation>鉴证人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Cannot be taken</source>
        <translation>不能读入</translation>
    </message>
    <message>
        <source>Did not pass</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Changed since it was judged</source>
        <translation>作出结论后又有改动</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>未通过</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Verify the history</source>
        <translation>核验修改记录</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>核验结果</translation>
    </message>
    <message>
        <source>Packs and answers …</source>
        <translation>对照填报包和答复…</translation>
    </message>
    <message>
        <source>a hash that was noted or printed elsewhere, if there is one</source>
        <translation>若在别处记下过，填在这里对照</translation>
    </message>
    <message>
        <source>Copy the hash</source>
        <translation>复制哈希值</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>重新核验</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Noted &amp;hash</source>
        <translation>记下的哈希值(&amp;H)</translation>
    </message>
    <message>
        <source>The history is held against itself, against the values, and against whatever remembers it: freezes, this computer, backups, copies, packs and answers.</source>
        <translation>修改记录前后是否相连、与当前数值是否一致，并与记得它的各方对照：封存版本、这台电脑、备份、旁边的副本、填报包和答复。</translation>
    </message>
    <message>
        <source>Annals packs</source>
        <translation>Annals 填报包</translation>
    </message>
    <message>
        <source>Packs and answers</source>
        <translation>填报包和答复</translation>
    </message>
    <message>
        <source>Verifying …</source>
        <translation>正在核验…</translation>
    </message>
    <message>
        <source>Newest entry: {number}, hash {head}. Whoever notes it elsewhere can tell later whether anything was cut off or written anew.</source>
        <translation>最后一条：第 {number} 条，哈希值 {head}。在别处记下它，以后就能知道记录有没有被截短或重写。</translation>
    </message>
    <message>
        <source>Freezes agree, and their signatures: {count}.</source>
        <translation>{count} 个封存版本及其签名相符。</translation>
    </message>
    <message>
        <source>This computer saw entry {number} on {date}: it is still the same.</source>
        <translation>这台电脑 {date} 见过第 {number} 条，至今未变。</translation>
    </message>
    <message>
        <source>Backups that this computer remembers agree: {count}.</source>
        <translation>这台电脑记得的 {count} 个备份相符。</translation>
    </message>
    <message>
        <source>Packs and answers that were named agree: {count}.</source>
        <translation>所选的 {count} 个填报包和答复相符。</translation>
    </message>
    <message>
        <source>Nobody else who was asked knows a later or another history.</source>
        <translation>没有发现更晚的或不同的修改记录。</translation>
    </message>
    <message>
        <source>Consistent: the file, its {count} entries and the values agree with each other.</source>
        <translation>一致：文件、{count} 条修改记录和当前值彼此相符。</translation>
    </message>
    <message>
        <source>The noted hash is part of this history: up to it nothing was cut off or written anew.</source>
        <translation>所记的哈希在这里的修改记录中：到那一条为止没有被截短或重写。</translation>
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
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>WordReportDialog</name>
    <message>
        <source>Take in a report in Word</source>
        <translation>收进一份 Word 报告</translation>
    </message>
    <message>
        <source>A new report</source>
        <translation>新报告</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>放到</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Headings of the report</source>
        <translation>报告的标题</translation>
    </message>
    <message>
        <source>Words below the heading</source>
        <translation>标题下的文字</translation>
    </message>
    <message>
        <source>Save tables of figures …</source>
        <translation>保存数据表…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收进</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>收进</translation>
    </message>
    <message>
        <source>Language of the file</source>
        <translation>文件的语言</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>a new section</source>
        <translation>新的一节</translation>
    </message>
    <message>
        <source>the section of this name</source>
        <translation>同名的一节</translation>
    </message>
    <message>
        <source>with the heading above</source>
        <translation>并入上一级标题</translation>
    </message>
    <message>
        <source>words stand there already</source>
        <translation>该处已有文字</translation>
    </message>
    <message>
        <source>no text for it</source>
        <translation>没有对应的位置</translation>
    </message>
    <message>
        <source>Headings: {sections}, texts: {texts}. Tables of figures: {tables}; save them and import them.</source>
        <translation>{sections} 个标题，{texts} 段文字；{tables} 张数据表，请保存后再导入。</translation>
    </message>
    <message>
        <source>Left out: the {count} characters before the first heading (cover, contents).</source>
        <translation>第一个标题之前的 {count} 个字符不收（封面、目录）。</translation>
    </message>
    <message>
        <source>Save tables of figures</source>
        <translation>保存数据表</translation>
    </message>
    <message>
        <source>{count} tables are in {folder}.</source>
        <translation>{count} 张数据表已存到 {folder}。</translation>
    </message>
    <message>
        <source>Looking for the values that the numbers are …</source>
        <translation>正在查找各数字对应的数值…</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Type { to put in a number that stays up to date. An empty line begins a new paragraph.</source>
        <translation>键入 { 可插入随数据更新的数字；空一行另起一段。</translation>
    </message>
    <message>
        <source>Characters: {count}</source>
        <translation>{count} 字</translation>
    </message>
</context>
</TS>
