<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AboutCard</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>资料文件夹</translation>
    </message>
    <message>
        <source>Built upon</source>
        <translation>所用组件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可协议</translation>
    </message>
    <message>
        <source>run from the source</source>
        <translation>源码运行</translation>
    </message>
</context>
<context>
    <name>AddressCards</name>
    <message>
        <source>Lives at</source>
        <translation>现住地址</translation>
    </message>
    <message>
        <source>Correct since when and why…</source>
        <translation>更正居住起始日期和依据…</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>迁移…</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>居住依据</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明材料</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离开日期</translation>
    </message>
    <message>
        <source>Moved to</source>
        <translation>迁往</translation>
    </message>
    <message>
        <source>No present address is known.</source>
        <translation>没有现住地址。</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>户籍地址</translation>
    </message>
    <message>
        <source>Correct the registration…</source>
        <translation>更正户籍信息…</translation>
    </message>
    <message>
        <source>In this community</source>
        <translation>本社区</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他地方</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>所在地</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>户口类型</translation>
    </message>
    <message>
        <source>Booklet</source>
        <translation>户口簿号</translation>
    </message>
    <message>
        <source>Former addresses</source>
        <translation>历史地址</translation>
    </message>
    <message>
        <source>lived</source>
        <translation>居住</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>户籍</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>such as 幸福里3-2-501</source>
        <translation>例如：幸福里3-2-501</translation>
    </message>
    <message>
        <source>Will be kept as {address}</source>
        <translation>将存为：{address}</translation>
    </message>
    <message>
        <source>Will be kept as {address} – no room given</source>
        <translation>将存为：{address}（未填室号）</translation>
    </message>
</context>
<context>
    <name>AdmissionView</name>
    <message>
        <source>Kept: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Left without saving.</source>
        <translation>未保存就离开了。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>AgeChip</name>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Basis: {basis}</source>
        <translation>依据：{basis}</translation>
    </message>
</context>
<context>
    <name>AnswersPane</name>
    <message>
        <source>{count} papers that are not ours to issue</source>
        <translation>不应由本单位出具的证明，共 {count} 项</translation>
    </message>
    <message>
        <source>&apos;{asked}&apos; is in neither list. Try other words, or ask which office wants the paper and on what ground: without a law behind it, it need not be issued.</source>
        <translation>两份清单中都没有“{asked}”。请换个说法，或者问清是哪个单位要、依据什么规定：没有法律法规依据的，可以不出具。</translation>
    </message>
</context>
<context>
    <name>AppearanceCard</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启程序</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放比例</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Holds from the next start of the program.</source>
        <translation>下次启动程序后生效。</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>较大</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>A draft is not handed out. Approve and issue it first.</source>
        <translation>草稿不能交出，请先审核并开具。</translation>
    </message>
    <message>
        <source>This text cannot be printed</source>
        <translation>有打印不出的字</translation>
    </message>
    <message>
        <source>The next number of {word} will be used for {name}. This cannot be undone.</source>
        <translation>将为{name}使用“{word}”的下一个编号。此操作不能撤销。</translation>
    </message>
</context>
<context>
    <name>AskForm</name>
    <message>
        <source>Leave it as it is</source>
        <translation>先不办</translation>
    </message>
</context>
<context>
    <name>AskView</name>
    <message>
        <source>The slip appears here</source>
        <translation>告知单显示在这里</translation>
    </message>
    <message>
        <source>It names the office to go to, for the resident to take along.</source>
        <translation>告知单写明该到哪个单位办理，可交居民带走。</translation>
    </message>
    <message>
        <source>Lists and offices</source>
        <translation>清单与单位</translation>
    </message>
    <message>
        <source>How many slips</source>
        <translation>告知单统计</translation>
    </message>
</context>
<context>
    <name>AskedField</name>
    <message>
        <source>What paper is asked for?</source>
        <translation>居民要开什么证明？</translation>
    </message>
    <message>
        <source>Any wording leads to whose it is to issue (Ctrl+J)</source>
        <translation>怎么说都行，查该由谁出具（Ctrl+J）</translation>
    </message>
    <message>
        <source>Which paper?</source>
        <translation>要开什么证明？</translation>
    </message>
</context>
<context>
    <name>AskedForm</name>
    <message>
        <source>How did you make sure of it?</source>
        <translation>怎样核实的？</translation>
    </message>
    <message>
        <source>How</source>
        <translation>核实方式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>核实人</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>AssistanceForm</name>
    <message>
        <source>Keep the check</source>
        <translation>保存预审</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The application</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Received by the station on</source>
        <translation>本站登记日期</translation>
    </message>
    <message>
        <source>Accepted by the street on</source>
        <translation>街道受理日期</translation>
    </message>
    <message>
        <source>Publicity began on</source>
        <translation>公示开始日期</translation>
    </message>
    <message>
        <source>Special case (45 working days)</source>
        <translation>特殊情况（45个工作日）</translation>
    </message>
    <message>
        <source>Standard here, a month</source>
        <translation>本地低保标准（每月）</translation>
    </message>
    <message>
        <source>Document of the standard</source>
        <translation>标准的文件依据</translation>
    </message>
    <message>
        <source>Needed for a verdict</source>
        <translation>填写后才能判断</translation>
    </message>
    <message>
        <source>Area, if no standard is typed</source>
        <translation>地区（未填标准时）</translation>
    </message>
    <message>
        <source>Applicant registered here</source>
        <translation>申请人户籍在本地</translation>
    </message>
    <message>
        <source>A near relative on the staff</source>
        <translation>有近亲属是工作人员</translation>
    </message>
    <message>
        <source>Authorisation signed</source>
        <translation>已签核对授权书</translation>
    </message>
    <message>
        <source>All assets told (none, if none stands above)</source>
        <translation>财产已全部说明（上面没有就是没有）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>For</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看凭证</translation>
    </message>
    <message>
        <source>Add an income</source>
        <translation>添加收入</translation>
    </message>
    <message>
        <source>Burden</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Burdens that may be taken off</source>
        <translation>可以申请扣减的支出</translation>
    </message>
    <message>
        <source>Add a burden</source>
        <translation>添加支出</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>财产</translation>
    </message>
    <message>
        <source>Yuan, or how many</source>
        <translation>金额（元）或者数量</translation>
    </message>
    <message>
        <source>Needed to live or work</source>
        <translation>生活生产必需</translation>
    </message>
    <message>
        <source>Add an asset</source>
        <translation>添加财产</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>财产</translation>
    </message>
</context>
<context>
    <name>AssistanceView</name>
    <message>
        <source>The paper</source>
        <translation>纸质材料</translation>
    </message>
    <message>
        <source>It is being drawn.</source>
        <translation>正在生成。</translation>
    </message>
    <message>
        <source>Keep the check first</source>
        <translation>请先保存预审</translation>
    </message>
    <message>
        <source>Kept the pre-check of {name}</source>
        <translation>已保存{name}的低保预审</translation>
    </message>
    <message>
        <source>Left without saving.</source>
        <translation>未保存就离开了。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pre-check of {name} put into the bin</source>
        <translation>{name}的低保预审已移入回收站</translation>
    </message>
    <message>
        <source>Pre-check: {name}</source>
        <translation>低保预审：{name}</translation>
    </message>
</context>
<context>
    <name>AttachmentActions</name>
    <message>
        <source>Add a file</source>
        <translation>添加材料</translation>
    </message>
    <message>
        <source>Added the file {name}</source>
        <translation>添加材料：{name}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Saved a copy as {name}</source>
        <translation>已另存为 {name}</translation>
    </message>
    <message>
        <source>Put the file {name} into the bin</source>
        <translation>材料移入回收站：{name}</translation>
    </message>
</context>
<context>
    <name>AuditColumns</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Reason and content</source>
        <translation>理由与内容</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>AuditMaking</name>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>For an inspector</source>
        <translation>供检查导出</translation>
    </message>
    <message>
        <source>They leave the store and lie in a file beside the backups, encrypted. They are still verified with the rest, but not listed here any more.</source>
        <translation>这些记录将移出数据库，加密存放在备份旁的文件中；校验时仍一并核对，但不再在此列出。</translation>
    </message>
    <message>
        <source>Archive entries older than three years?</source>
        <translation>归档三年以前的记录？</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>The audit is whole: {count} entries are as they were written.</source>
        <translation>审计记录完整：{count}条记录均未被改动。</translation>
    </message>
    <message>
        <source>The audit is not as it was written, from entry {number} on.</source>
        <translation>审计记录自第{number}条起与写入时不一致。</translation>
    </message>
    <message>
        <source>Day sheet {day}</source>
        <translation>工作日志页 {day}</translation>
    </message>
    <message>
        <source>Sent to the printer: {title}</source>
        <translation>已送打印机：{title}</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>已保存：{title}</translation>
    </message>
    <message>
        <source>{count} entries are in {name}</source>
        <translation>{count}条记录已导出到{name}</translation>
    </message>
    <message>
        <source>The entries up to {number} are archived</source>
        <translation>第{number}条及以前的记录已归档</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Choose fewer filters, or more days.</source>
        <translation>请减少筛选条件，或放宽日期。</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>尚无记录</translation>
    </message>
    <message>
        <source>Whoever looks at somebody&apos;s data, or changes it, stands here.</source>
        <translation>凡查看或更改居民信息，都会记录在此。</translation>
    </message>
    <message>
        <source>Entries found: {count}</source>
        <translation>找到记录：{count}条</translation>
    </message>
    <message>
        <source>Entries: {count}</source>
        <translation>记录：{count}条</translation>
    </message>
    <message>
        <source>Whose data was it?</source>
        <translation>查谁的信息？</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>工作日志页</translation>
    </message>
    <message>
        <source>For an inspector</source>
        <translation>供检查导出</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>立即校验</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近备份</translation>
    </message>
    <message>
        <source>Making a backup…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>{moment}, read back in full</source>
        <translation>{moment}，已完整读回核对</translation>
    </message>
    <message>
        <source>A backup has been made and read back.</source>
        <translation>备份已完成，并已读回核对。</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Shows what would change before anything does. What stands here now is kept.</source>
        <translation>先显示会有什么变化，再动手。现有数据会另外保留。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
</context>
<context>
    <name>BackupDesk</name>
    <message>
        <source>A backup has been made and read back.</source>
        <translation>备份已完成，并已读回核对。</translation>
    </message>
    <message>
        <source>A month has passed: test with the paper key that the backup opens.</source>
        <translation>已满一个月：请用恢复密钥检验备份能否打开。</translation>
    </message>
    <message>
        <source>To the test</source>
        <translation>去检验</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>{people} residents</source>
        <translation>居民 {people} 人</translation>
    </message>
    <message>
        <source>being looked at…</source>
        <translation>正在检查…</translation>
    </message>
</context>
<context>
    <name>BatchActs</name>
    <message>
        <source>Approve and issue</source>
        <translation>批准并签发</translation>
    </message>
    <message>
        <source>All papers as one</source>
        <translation>全部合成一份</translation>
    </message>
    <message>
        <source>Withdraw the rest</source>
        <translation>撤回其余</translation>
    </message>
    <message>
        <source>Go on issuing</source>
        <translation>继续签发</translation>
    </message>
    <message>
        <source>No certificate of this batch has a number yet.</source>
        <translation>这一批还没有一份有编号。</translation>
    </message>
    <message>
        <source>It is under way: see the bar below.</source>
        <translation>正在签发，进度见下方。</translation>
    </message>
    <message>
        <source>{count} certificates get the next numbers of {word}. This cannot be undone.</source>
        <translation>{count} 份证明将依次取得{word}的下一批编号，不能撤销。</translation>
    </message>
    <message>
        <source>What has no number yet is taken out and never gets one.</source>
        <translation>还没有编号的将撤回，以后不再编号。</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdrawn: {occasion}</source>
        <translation>已撤回：{occasion}</translation>
    </message>
    <message>
        <source>Hand them out</source>
        <translation>交付领取</translation>
    </message>
</context>
<context>
    <name>BatchColumns</name>
    <message>
        <source>Occasion</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Drawn up on</source>
        <translation>填写日期</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>Hand in for approval</source>
        <translation>报批</translation>
    </message>
    <message>
        <source>Hand in for approval (Ctrl+Enter)</source>
        <translation>报批（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>What is the occasion? The batch is found by it.</source>
        <translation>是什么事由？以后按它查找这一批。</translation>
    </message>
    <message>
        <source>Write who gets one, a name on each line.</source>
        <translation>写明发给谁，每行一个姓名。</translation>
    </message>
    <message>
        <source>At most {most} people in a batch.</source>
        <translation>一批最多 {most} 人。</translation>
    </message>
    <message>
        <source>Mend the lines named below, or take them out.</source>
        <translation>请改正下面列出的各行，或者删去。</translation>
    </message>
    <message>
        <source>Somebody is named twice.</source>
        <translation>有人重复。</translation>
    </message>
    <message>
        <source>One certificate for many people</source>
        <translation>一批多人</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>To whom it is handed in</source>
        <translation>提交给</translation>
    </message>
    <message>
        <source>Who gets one</source>
        <translation>发给谁</translation>
    </message>
    <message>
        <source>Names, one a line; behind a name the end of the ID number</source>
        <translation>姓名，每行一人；同名的在后面写证件号码末几位</translation>
    </message>
    <message>
        <source>Or add all of a saved list</source>
        <translation>或者加入一个保存的名单</translation>
    </message>
    <message>
        <source>There is no saved list. Residents: filter, then save the list.</source>
        <translation>还没有保存的名单。在居民档案中筛选后可以保存名单。</translation>
    </message>
    <message>
        <source>What stands on all of them</source>
        <translation>各份相同的内容</translation>
    </message>
</context>
<context>
    <name>BatchHanding</name>
    <message>
        <source>Hand out {count} now</source>
        <translation>确认交付 {count} 份</translation>
    </message>
    <message>
        <source>Tick whose certificate is taken along.</source>
        <translation>请勾选领取谁的证书。</translation>
    </message>
    <message>
        <source>{count} handed out to {name}: {occasion}</source>
        <translation>{name} 已领取 {count} 份：{occasion}</translation>
    </message>
</context>
<context>
    <name>BatchMaker</name>
    <message>
        <source>The first paper appears here</source>
        <translation>这里显示第一份</translation>
    </message>
    <message>
        <source>Write who gets one: the paper of the first of them is shown.</source>
        <translation>写明发给谁，这里就显示第一个人的那份。</translation>
    </message>
    <message>
        <source>Certificates for many people</source>
        <translation>多人成批证明</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>A draft is not handed out. It gets its number when approved.</source>
        <translation>草稿不能交出，批准后才有编号。</translation>
    </message>
    <message>
        <source>Handed in: {occasion}</source>
        <translation>已报批：{occasion}</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>All papers as one</source>
        <translation>全部合成一份</translation>
    </message>
    <message>
        <source>Approve the batch, then print all its papers in one go.</source>
        <translation>批准这一批，然后一次打印全部。</translation>
    </message>
    <message>
        <source>Issued {done} of {all}</source>
        <translation>已签发 {done} / {all}</translation>
    </message>
    <message>
        <source>Drawn up: {who} {on}</source>
        <translation>填写：{who} {on}</translation>
    </message>
    <message>
        <source>Approved: {who} {on}</source>
        <translation>批准：{who} {on}</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation>等，另有 {count} 人</translation>
    </message>
    <message>
        <source>{occasion}: {count} certificates</source>
        <translation>{occasion}：{count} 份</translation>
    </message>
</context>
<context>
    <name>BatchView</name>
    <message>
        <source>New batch</source>
        <translation>新的一批</translation>
    </message>
    <message>
        <source>Batches of certificates</source>
        <translation>成批证明</translation>
    </message>
    <message>
        <source>No batch yet</source>
        <translation>还没有成批的证明</translation>
    </message>
    <message>
        <source>One occasion, many people: paste the names, approve once, print all.</source>
        <translation>同一事由、多人各一份：粘贴姓名，批准一次，一起打印。</translation>
    </message>
    <message>
        <source>Batches: {count}</source>
        <translation>批数：{count}</translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>Line {number}, {name}: {why}</source>
        <translation>第 {number} 行 {name}：{why}</translation>
    </message>
    <message>
        <source>People found: {count}</source>
        <translation>找到 {count} 人</translation>
    </message>
    <message>
        <source>… and {count} more lines.</source>
        <translation>……另有 {count} 行。</translation>
    </message>
    <message>
        <source>To be approved</source>
        <translation>待批准</translation>
    </message>
    <message>
        <source>To go on with</source>
        <translation>待继续</translation>
    </message>
    <message>
        <source>To be printed</source>
        <translation>待打印</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Certificates issued: {count}.</source>
        <translation>已签发 {count} 份。</translation>
    </message>
    <message>
        <source>Stopped: {count} wait. Approve again to go on; no number was lost.</source>
        <translation>已停下，还有 {count} 份等待；再次批准即可继续，编号没有空缺。</translation>
    </message>
    <message>
        <source>Without one: {names}</source>
        <translation>未签发：{names}</translation>
    </message>
    <message>
        <source>it could not be made</source>
        <translation>无法制作</translation>
    </message>
    <message>
        <source>no font can print {characters}</source>
        <translation>没有字体能打印 {characters}</translation>
    </message>
    <message>
        <source>nobody of this name is kept here. Register this person first.</source>
        <translation>档案中没有这个姓名，请先登记。</translation>
    </message>
    <message>
        <source>several people. Add the end of the ID number: {people}</source>
        <translation>有几个人同名，请写上证件号码末几位：{people}</translation>
    </message>
    <message>
        <source>is named twice.</source>
        <translation>重复了。</translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation>待领取</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation>等，另有 {count} 人</translation>
    </message>
    <message>
        <source>Not handed out: {names}</source>
        <translation>未交付：{names}</translation>
    </message>
    <message>
        <source>{who}: {count}</source>
        <translation>{who} {count} 份</translation>
    </message>
    <message>
        <source>Collected: {names}</source>
        <translation>领取：{names}</translation>
    </message>
</context>
<context>
    <name>BuildingTree</name>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>No grid</source>
        <translation>未划网格</translation>
    </message>
    <message>
        <source>Assign the selected buildings to</source>
        <translation>把所选楼栋划入</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>划入</translation>
    </message>
    <message>
        <source>{count} buildings selected</source>
        <translation>已选 {count} 栋楼</translation>
    </message>
    <message>
        <source>Select buildings or whole estates (Ctrl or Shift for several).</source>
        <translation>请选择楼栋或整个小区（按住 Ctrl 或 Shift 可多选）。</translation>
    </message>
    <message>
        <source>Select a building first.</source>
        <translation>请先选择楼栋。</translation>
    </message>
    <message>
        <source>Choose a grid first.</source>
        <translation>请先选择网格。</translation>
    </message>
    <message>
        <source>1 building selected</source>
        <translation>已选 1 栋楼</translation>
    </message>
</context>
<context>
    <name>BurdenForm</name>
    <message>
        <source>Keep the entry</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Could be made from</source>
        <translation>可由系统生成</translation>
    </message>
    <message>
        <source>Such as the register of residents</source>
        <translation>例如：居民登记</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>BurdenWords</name>
    <message>
        <source>Ledgers</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Plaques</source>
        <translation>牌子</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>检查考核</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Do away with</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Form it is wanted in</source>
        <translation>要求的格式</translation>
    </message>
    <message>
        <source>Where it hangs</source>
        <translation>挂在哪里</translation>
    </message>
    <message>
        <source>What about, who came</source>
        <translation>内容、参加人</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>检查内容</translation>
    </message>
    <message>
        <source>Enter each ledger that a department wants kept.</source>
        <translation>登记各部门要求建立的每一本台账。</translation>
    </message>
    <message>
        <source>Enter each plaque that hangs at the door.</source>
        <translation>登记门口挂的每一块牌子。</translation>
    </message>
    <message>
        <source>Enter each meeting that somebody was called to.</source>
        <translation>登记每一次被通知参加的会议。</translation>
    </message>
    <message>
        <source>Enter each inspection and appraisal.</source>
        <translation>登记每一次检查和考核。</translation>
    </message>
</context>
<context>
    <name>BurdensView</name>
    <message>
        <source>Register</source>
        <translation>登记册</translation>
    </message>
    <message>
        <source>Which register</source>
        <translation>哪一类</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New entry (Ctrl+N)</source>
        <translation>新增（Ctrl+N）</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Entries of the register</source>
        <translation>登记内容</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>还没有登记</translation>
    </message>
    <message>
        <source>Entries: {count}</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>No entry is chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Choose one, or begin one with Ctrl+N.</source>
        <translation>请选择一条，或按 Ctrl+N 新增。</translation>
    </message>
    <message>
        <source>Kept: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Discarded: {name}</source>
        <translation>已删除：{name}</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>准入</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>返回登记簿</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理情况</translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Accept all the same…</source>
        <translation>容缺受理…</translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message>
        <source>Number, applicant or item</source>
        <translation>编号、申请人或事项</translation>
    </message>
    <message>
        <source>Search the cases</source>
        <translation>查找办件</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新办件</translation>
    </message>
    <message>
        <source>New case (F2, from anywhere)</source>
        <translation>新办件（F2，随处可用）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>来访方式</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停表</translation>
    </message>
    <message>
        <source>To notify</source>
        <translation>待通知</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>事务类别</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>CaseColumns</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>办理期限</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>来访方式</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <translation>{day} 办结</translation>
    </message>
</context>
<context>
    <name>CaseFacts</name>
    <message>
        <source>Who</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Times and desk</source>
        <translation>时限与经办</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开档案</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>来访方式</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办</translation>
    </message>
    <message>
        <source>to be brought by {day}</source>
        <translation>补正截至 {day}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Told what lacks</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>承诺期限</translation>
    </message>
    <message>
        <source>By law until</source>
        <translation>法定期限</translation>
    </message>
    <message>
        <source>Published until</source>
        <translation>公示至</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Applicant told</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>still stopped</source>
        <translation>至今</translation>
    </message>
    <message>
        <source>Clock stopped</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>With</source>
        <translation>在办单位</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>诉求人</translation>
    </message>
    <message>
        <source>Due as ordered</source>
        <translation>来件要求办结</translation>
    </message>
</context>
<context>
    <name>CaseFilePanel</name>
    <message>
        <source>The file</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存一份…</translation>
    </message>
    <message>
        <source>Put into the bin (Del)</source>
        <translation>移入回收站（删除键）</translation>
    </message>
    <message>
        <source>A copy of {name} leaves the station. Why?</source>
        <translation>将把 {name} 另存到站外，原因是？</translation>
    </message>
    <message>
        <source>Asked for by the office</source>
        <translation>主管部门要求</translation>
    </message>
    <message>
        <source>Asked for by the applicant</source>
        <translation>申请人要求</translation>
    </message>
    <message>
        <source>Saved a copy as {name}</source>
        <translation>已另存为 {name}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>The whole case</source>
        <translation>整个办件</translation>
    </message>
    <message>
        <source>What the file shows: choose the material</source>
        <translation>此附件对应的材料：点此选择</translation>
    </message>
    <message>
        <source>{name} now shows: {material}</source>
        <translation>{name} 现归入：{material}</translation>
    </message>
    <message>
        <source>Say why: it is noted with the copy.</source>
        <translation>请写明原因，将与另存一并留痕。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存一份</translation>
    </message>
    <message>
        <source>File before (←)</source>
        <translation>上一个附件（←）</translation>
    </message>
    <message>
        <source>Next file (→)</source>
        <translation>下一个附件（→）</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>As wide as there is room (0)</source>
        <translation>适合宽度（0）</translation>
    </message>
    <message>
        <source>Whole page (9)</source>
        <translation>整页（9）</translation>
    </message>
    <message>
        <source>Turn to the left (Shift+R)</source>
        <translation>向左转（Shift+R）</translation>
    </message>
    <message>
        <source>Turn to the right (R)</source>
        <translation>向右转（R）</translation>
    </message>
    <message>
        <source>Back to the case (Esc)</source>
        <translation>回到办件（Esc）</translation>
    </message>
    <message>
        <source>File of a case</source>
        <translation>办件附件</translation>
    </message>
    <message>
        <source>File before</source>
        <translation>上一个附件</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>下一个附件</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>向右转</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <translation>向左转</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>回到办件</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>As wide as there is room</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>For whom, and what for</source>
        <translation>为谁办、办什么</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件种类</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>What has somebody come for? Name or pinyin</source>
        <translation>来办什么？事项名称或拼音</translation>
    </message>
    <message>
        <source>Items found</source>
        <translation>找到的事项</translation>
    </message>
    <message>
        <source>Materials: Space ticks, F3 all</source>
        <translation>材料（空格勾选，F3 全部齐全）</translation>
    </message>
    <message>
        <source>How he came</source>
        <translation>来访情况</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>来访方式</translation>
    </message>
    <message>
        <source>Phone for this case</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address of the visit</source>
        <translation>上门地址</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办</translation>
    </message>
    <message>
        <source>Somebody comes in the applicant&apos;s place</source>
        <translation>由他人代办</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>与申请人关系</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>子女</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>父母</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Neighbour</source>
        <translation>邻居</translation>
    </message>
    <message>
        <source>Proof shown</source>
        <translation>出示凭证</translation>
    </message>
    <message>
        <source>Letter of authority</source>
        <translation>授权委托书</translation>
    </message>
    <message>
        <source>Household register</source>
        <translation>户口簿</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Nothing has to be brought.</source>
        <translation>无需提交材料。</translation>
    </message>
    <message>
        <source>They stand here once the item is chosen.</source>
        <translation>选定事项后在此列出。</translation>
    </message>
    <message>
        <source>Nobody of the register is called that. Go on, and it is kept as a name.</source>
        <translation>档案中没有此人。可直接继续，按姓名登记。</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Take what is proposed ({count})</source>
        <translation>按建议处理（{count}）</translation>
    </message>
    <message>
        <source>Nothing is proposed for what is selected.</source>
        <translation>所选的没有建议，请逐项选择。</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>已有</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>{count} open · {age}</source>
        <translation>{count} 项待核 · {age}</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开档案</translation>
    </message>
    <message>
        <source>Decide {count}</source>
        <translation>确定（{count}）</translation>
    </message>
    <message>
        <source>Choose something first.</source>
        <translation>请先选择。</translation>
    </message>
    <message>
        <source>{count} left for later</source>
        <translation>{count} 项以后再定</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>All there</source>
        <translation>全部齐全</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>No case is chosen</source>
        <translation>未选办件</translation>
    </message>
    <message>
        <source>Choose one in the list, or begin a new one with F2.</source>
        <translation>在列表中选一件，或按 F2 新办。</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>Told on {told}; to be brought by {until}.</source>
        <translation>{told} 已告知，请于 {until} 前补齐。</translation>
    </message>
    <message>
        <source>Materials checked: {who}</source>
        <translation>已核对材料：{who}</translation>
    </message>
    <message>
        <source>Discarded the enquiry of {who}</source>
        <translation>已作废 {who} 的咨询</translation>
    </message>
    <message>
        <source>Ask for a rating</source>
        <translation>请申请人评价</translation>
    </message>
</context>
<context>
    <name>CasePaperPanel</name>
    <message>
        <source>Back to the case (Esc)</source>
        <translation>返回办件（Esc）</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>返回办件</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
</context>
<context>
    <name>CaseProblems</name>
    <message>
        <source>Say for whom: somebody of the register, or a name.</source>
        <translation>请写明申请人：选档案中的人，或写姓名。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>必填。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>Nobody can come for this any more. Choose another item.</source>
        <translation>此事项已停办，请另选。</translation>
    </message>
    <message>
        <source>Too long: at most {most} characters.</source>
        <translation>太长，最多 {most} 个字。</translation>
    </message>
    <message>
        <source>This cannot be such a number. Compare it with the document.</source>
        <translation>号码不对，请与证件核对。</translation>
    </message>
    <message>
        <source>Choose a day to come.</source>
        <translation>请选今天以后的日期。</translation>
    </message>
    <message>
        <source>This number cannot be.</source>
        <translation>数目不对。</translation>
    </message>
    <message>
        <source>Say who called, or that the caller stays unknown.</source>
        <translation>请填写诉求人，或者勾选匿名。</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>这一天还没有到。</translation>
    </message>
    <message>
        <source>This is too early: look at the days before it.</source>
        <translation>日期太早，请核对前面的日期。</translation>
    </message>
    <message>
        <source>Write the time as 09:30.</source>
        <translation>时间请写成 09:30。</translation>
    </message>
</context>
<context>
    <name>CaseSteps</name>
    <message>
        <source>Taken back</source>
        <translation>已撤销上一步</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Materials checked</source>
        <translation>核对材料</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>已评价</translation>
    </message>
    <message>
        <source>{step}: {number}</source>
        <translation>{step}：{number}</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Materials brought</source>
        <translation>材料已补正</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Tell what lacks…</source>
        <translation>一次性告知…</translation>
    </message>
    <message>
        <source>Told what lacks</source>
        <translation>已一次性告知</translation>
    </message>
    <message>
        <source>Do not accept…</source>
        <translation>不予受理…</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Let it lapse</source>
        <translation>视为撤回</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>逾期视为撤回</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Begun to work at</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Given back…</source>
        <translation>单位退回…</translation>
    </message>
    <message>
        <source>Given back by the office</source>
        <translation>单位退回</translation>
    </message>
    <message>
        <source>Restart the clock…</source>
        <translation>恢复计时…</translation>
    </message>
    <message>
        <source>Clock restarted</source>
        <translation>恢复计时</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>转办…</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已移交</translation>
    </message>
    <message>
        <source>Stop the clock…</source>
        <translation>挂起…</translation>
    </message>
    <message>
        <source>Clock stopped</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>公示…</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已公示</translation>
    </message>
    <message>
        <source>Applicant told…</source>
        <translation>通知申请人…</translation>
    </message>
    <message>
        <source>Applicant told</source>
        <translation>已通知申请人</translation>
    </message>
    <message>
        <source>Collected…</source>
        <translation>领取…</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>已领取</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Withdrawn…</source>
        <translation>申请人撤回…</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>CaseSummary</name>
    <message>
        <source>Time</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Who, where, what comes of it</source>
        <translation>对象、去向与结果</translation>
    </message>
    <message>
        <source>What is to be told</source>
        <translation>告知内容</translation>
    </message>
    <message>
        <source>Once the item is chosen, what lacks and when it is due stand here.</source>
        <translation>选定事项后，这里显示还缺什么、何时到期。</translation>
    </message>
    <message>
        <source>To tell the applicant</source>
        <translation>告知申请人</translation>
    </message>
</context>
<context>
    <name>CasesCard</name>
    <message>
        <source>Cases at the window</source>
        <translation>窗口办件</translation>
    </message>
    <message>
        <source>Begin a case…</source>
        <translation>办事…</translation>
    </message>
    <message>
        <source>No case yet.</source>
        <translation>还没有办件。</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <translation>{day} 办结</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 到期</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Left without saving. F2 brings it back.</source>
        <translation>已离开，未保存。按 F2 可接着填。</translation>
    </message>
</context>
<context>
    <name>CatalogueView</name>
    <message>
        <source>Catalogue of items</source>
        <translation>事项目录</translation>
    </message>
    <message>
        <source>Show all items</source>
        <translation>显示全部事项</translation>
    </message>
    <message>
        <source>Items: {count}</source>
        <translation>事项 {count} 项</translation>
    </message>
    <message>
        <source>No item belongs to this line yet</source>
        <translation>这条业务线还没有事项</translation>
    </message>
    <message>
        <source>A supervisor adds the station&apos;s own with Ctrl+N.</source>
        <translation>站长可按 Ctrl+N 增加本站自己的事项。</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>没有找到这样的事项</translation>
    </message>
    <message>
        <source>Try another word, the initials, or look in another line.</source>
        <translation>换个说法，试试拼音首字母，或看看其他业务线。</translation>
    </message>
    <message>
        <source>Retired {name}</source>
        <translation>已停办“{name}”</translation>
    </message>
    <message>
        <source>Brought {name} back</source>
        <translation>已恢复办理“{name}”</translation>
    </message>
</context>
<context>
    <name>CertificateActs</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the archived paper (Enter in the register)</source>
        <translation>打开存档的证明（在登记簿中按回车）</translation>
    </message>
    <message>
        <source>Reissue</source>
        <translation>补发</translation>
    </message>
    <message>
        <source>Make void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>This certificate is void.</source>
        <translation>这份证明已作废。</translation>
    </message>
    <message>
        <source>A new certificate with a number of its own takes the place of {number}, which becomes void. This cannot be undone.</source>
        <translation>将另编新号补发一份证明，原证明 {number} 同时作废。此操作不能撤销。</translation>
    </message>
    <message>
        <source>Reissue now</source>
        <translation>确认补发</translation>
    </message>
    <message>
        <source>{number} becomes void and is never used again. This cannot be undone.</source>
        <translation>{number} 将作废，编号不再使用。此操作不能撤销。</translation>
    </message>
    <message>
        <source>Make void now</source>
        <translation>确认作废</translation>
    </message>
    <message>
        <source>{number} made void</source>
        <translation>已作废 {number}</translation>
    </message>
    <message>
        <source>Reissued as {number}</source>
        <translation>已补发，新编号 {number}</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续开</translation>
    </message>
    <message>
        <source>Another one for the same person and purpose</source>
        <translation>为同一人、同一用途再开一份</translation>
    </message>
</context>
<context>
    <name>CertificatePanel</name>
    <message>
        <source>in place of {number}</source>
        <translation>补发，原编号 {number}</translation>
    </message>
    <message>
        <source>This certificate is void: it is not handed out any more.</source>
        <translation>这份证明已作废，不能再交出。</translation>
    </message>
    <message>
        <source>The archived paper</source>
        <translation>存档的证明</translation>
    </message>
    <message>
        <source>Choose a certificate and press Enter. Opening it is noted.</source>
        <translation>选中一份证明后按回车打开。每次打开都会记录。</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>有效期至 {day}</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Issue</source>
        <translation>开具证明</translation>
    </message>
    <message>
        <source>May we issue this?</source>
        <translation>能不能开？</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>证明登记簿</translation>
    </message>
    <message>
        <source>Seal use</source>
        <translation>用印登记</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>What paper is asked for?</source>
        <translation>居民要开什么证明？</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Print the paper</source>
        <translation>打印证明</translation>
    </message>
    <message>
        <source>Save the paper as PDF</source>
        <translation>把证明另存为 PDF</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Verify a certificate</source>
        <translation>核验证明</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批与领取</translation>
    </message>
    <message>
        <source>What waits for approval</source>
        <translation>待审批的证明</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>成批</translation>
    </message>
    <message>
        <source>Fields only, for a form</source>
        <translation>套打：只打印填写的内容</translation>
    </message>
    <message>
        <source>Certificates for many people</source>
        <translation>多人成批证明</translation>
    </message>
</context>
<context>
    <name>ChangeNames</name>
    <message>
        <source>Undone: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>建档</translation>
    </message>
    <message>
        <source>Brought in from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>户籍</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>居住信息</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Death noted</source>
        <translation>登记死亡</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭户</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Moved out</source>
        <translation>迁出</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Conflict decided</source>
        <translation>冲突已核定</translation>
    </message>
    <message>
        <source>File added</source>
        <translation>添加材料</translation>
    </message>
    <message>
        <source>File put into the bin</source>
        <translation>材料移入回收站</translation>
    </message>
    <message>
        <source>File put back</source>
        <translation>材料恢复</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>姓名拼音</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>文化程度</translation>
    </message>
    <message>
        <source>Political status</source>
        <translation>政治面貌</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Work or school</source>
        <translation>工作单位或学校</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Other phones</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Died on</source>
        <translation>死亡日期</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Lives at</source>
        <translation>现住地址</translation>
    </message>
    <message>
        <source>Lives here</source>
        <translation>在本社区居住</translation>
    </message>
    <message>
        <source>Lives there since</source>
        <translation>居住起始日期</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>居住依据</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明材料</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离开日期</translation>
    </message>
    <message>
        <source>Moved to</source>
        <translation>迁往</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>户籍地址</translation>
    </message>
    <message>
        <source>Registered in this community</source>
        <translation>户籍在本社区</translation>
    </message>
    <message>
        <source>Kind of registration</source>
        <translation>户口类型</translation>
    </message>
    <message>
        <source>Booklet</source>
        <translation>户口簿号</translation>
    </message>
    <message>
        <source>Registered since</source>
        <translation>户籍迁入日期</translation>
    </message>
    <message>
        <source>Verified on</source>
        <translation>核实日期</translation>
    </message>
    <message>
        <source>How</source>
        <translation>核实方式</translation>
    </message>
    <message>
        <source>By</source>
        <translation>核实人</translation>
    </message>
    <message>
        <source>Remarks on the verification</source>
        <translation>核实备注</translation>
    </message>
    <message>
        <source>Notice given</source>
        <translation>已告知</translation>
    </message>
    <message>
        <source>Consent taken</source>
        <translation>取得同意</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Guardian named</source>
        <translation>登记监护人</translation>
    </message>
    <message>
        <source>Guardian corrected</source>
        <translation>更正监护人</translation>
    </message>
    <message>
        <source>Guardian put into the bin</source>
        <translation>监护人放入回收站</translation>
    </message>
    <message>
        <source>Guardian put back</source>
        <translation>监护人已恢复</translation>
    </message>
    <message>
        <source>Erased on withdrawal or request</source>
        <translation>因撤回或者请求而清除</translation>
    </message>
    <message>
        <source>Not used any more</source>
        <translation>已停止使用</translation>
    </message>
    <message>
        <source>Used again</source>
        <translation>恢复使用</translation>
    </message>
</context>
<context>
    <name>ChangeNotices</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销“{what}”</translation>
    </message>
</context>
<context>
    <name>ChecksList</name>
    <message>
        <source>For whose family?</source>
        <translation>为谁家预审？</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Pre-checks of assistance</source>
        <translation>低保预审</translation>
    </message>
    <message>
        <source>No pre-check yet</source>
        <translation>还没有低保预审</translation>
    </message>
    <message>
        <source>Type whose family wants to apply; the register fills in what it has.</source>
        <translation>请输入申请人；已登记的家庭情况会自动填入。</translation>
    </message>
    <message>
        <source>Choose a check first</source>
        <translation>请先选择一项预审</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Station&apos;s day</source>
        <translation>本站承诺</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>还缺</translation>
    </message>
</context>
<context>
    <name>ChildColumns</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Lives at</source>
        <translation>现住址</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>no guardian</source>
        <translation>无监护人</translation>
    </message>
    <message>
        <source>no consent</source>
        <translation>未同意</translation>
    </message>
</context>
<context>
    <name>ChildrenView</name>
    <message>
        <source>Children for whom something is missing</source>
        <translation>手续不全的儿童</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>没有缺项</translation>
    </message>
    <message>
        <source>Every child under fourteen has a guardian who has consented.</source>
        <translation>不满十四周岁的儿童都已登记监护人并取得其同意。</translation>
    </message>
    <message>
        <source>Under fourteen the guardian decides. Press Enter to open the file, then name him and take his consent.</source>
        <translation>不满十四周岁的，由监护人决定。按 Enter 打开档案，登记监护人并取得其同意。</translation>
    </message>
    <message>
        <source>Children: {count}</source>
        <translation>儿童：{count}</translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>Which backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>The newest good one is chosen already. Take an older one only if the mistake is in the newest, too.</source>
        <translation>已选好最新的完好备份。只有最新的备份里也有同样的错误时，才选更早的。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Look on a stick or in a folder…</source>
        <translation>到 U 盘或文件夹中查找…</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>正在查找备份…</translation>
    </message>
    <message>
        <source>No backup was found on this computer. Plug in the stick with the backups, then look on it.</source>
        <translation>本机没有找到备份。请插入存有备份的 U 盘，再到 U 盘中查找。</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>请选择备份</translation>
    </message>
    <message>
        <source>This one cannot be restored. Choose another</source>
        <translation>此备份无法恢复，请另选一个</translation>
    </message>
</context>
<context>
    <name>ChosenPanel</name>
    <message>
        <source>All were told</source>
        <translation>全部已通知</translation>
    </message>
    <message>
        <source>Close all…</source>
        <translation>全部办结…</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Chosen: {count}</source>
        <translation>已选 {count} 件</translation>
    </message>
    <message>
        <source>Applicants told</source>
        <translation>已通知申请人</translation>
    </message>
    <message>
        <source>Cases closed</source>
        <translation>已批量办结</translation>
    </message>
    <message>
        <source>Not done for:</source>
        <translation>以下未办成：</translation>
    </message>
    <message>
        <source>They are worked at together; what cannot be done is said by number.</source>
        <translation>对所选办件一并操作；未办成的按编号列出。</translation>
    </message>
</context>
<context>
    <name>CodeEntry</name>
    <message>
        <source>Verify a certificate</source>
        <translation>核验证明</translation>
    </message>
    <message>
        <source>Digits of the code</source>
        <translation>核验码数字</translation>
    </message>
    <message>
        <source>Scan the code at the top right of the certificate</source>
        <translation>用扫码枪扫描证明右上角的二维码</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>{count} digits</source>
        <translation>{count} 位</translation>
    </message>
    <message>
        <source>Scan or type the digits of a code first.</source>
        <translation>请先扫描或输入核验码数字。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>A PDF as it was saved, a photograph or a scan</source>
        <translation>保存下来的 PDF、照片或扫描件</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Not in the list. Press the down arrow to see all.</source>
        <translation>列表中没有。按向下键查看全部。</translation>
    </message>
</context>
<context>
    <name>CollectorForm</name>
    <message>
        <source>Who takes it along</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Relation, if another</source>
        <translation>与本人关系（代领）</translation>
    </message>
    <message>
        <source>I have looked at the card</source>
        <translation>已核对身份证件</translation>
    </message>
    <message>
        <source>Hand it out now</source>
        <translation>确认交付</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Who signs for it?</source>
        <translation>谁来领取？</translation>
    </message>
    <message>
        <source>Who takes them along</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>For which group or office</source>
        <translation>代领单位或关系</translation>
    </message>
    <message>
        <source>Who signs for them?</source>
        <translation>由谁签收？</translation>
    </message>
</context>
<context>
    <name>ColumnTable</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中的内容</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>对应项目</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>{how}, hidden in the file</source>
        <translation>{how}，文件中为隐藏列</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Check the columns</source>
        <translation>核对各列</translation>
    </message>
    <message>
        <source>Every column was matched by its title or its content. Set right what is wrong: it is remembered for this layout.</source>
        <translation>已按表头或内容自动识别各列。识别有误的请改正，下次遇到同样格式会照此处理。</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>Say which column of “{sheet}” holds the names.</source>
        <translation>请指明工作表“{sheet}”中哪一列是姓名。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
</context>
<context>
    <name>CompareColumns</name>
    <message>
        <source>Records</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>{changed} changed here are not confirmed there.</source>
        <translation>本机有 {changed} 条改动对方尚未确认。</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Nothing here was changed, waits or is to be reviewed. If the difference is still there after the next exchange, open the same line on the other computer.</source>
        <translation>本机没有改动、等待或待核对的记录。下次交换后若仍有差异，请在对方电脑上打开同一行查看。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>A record without a name</source>
        <translation>没有名称的记录</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>全部设备</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>只看差异</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>What is here and what the others have said they hold is the same.</source>
        <translation>本机的数据与各设备报来的一致。</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可对账的数据</translation>
    </message>
    <message>
        <source>With each file a device says what it holds. Exchange with it once, then it stands here beside this computer.</source>
        <translation>设备每次交换都会报来自己的数据量。与它交换一次，这里就会与本机并排列出。</translation>
    </message>
    <message>
        <source>{device} as of its file {number} of {moment}; {changed} records changed here are not confirmed there. What it has changed since comes with its next file.</source>
        <translation>{device}：截至 {moment} 第 {number} 号文件；本机有 {changed} 条改动对方尚未确认。对方此后的改动随下一个文件到来。</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对账表</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Somebody else has changed this record while you were typing. Where both have changed the same field, choose what shall stand.</source>
        <translation>您填写期间，这条记录已被他人修改。双方都改过的项目，请选择以哪个为准。</translation>
    </message>
    <message>
        <source>As you saw it</source>
        <translation>您打开时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您填写的</translation>
    </message>
    <message>
        <source>Go on with these</source>
        <translation>按所选继续</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>不保存</translation>
    </message>
</context>
<context>
    <name>ConsentForm</name>
    <message>
        <source>Consent to what</source>
        <translation>同意什么</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>提供给</translation>
    </message>
    <message>
        <source>The other office or company</source>
        <translation>接收单位的名称</translation>
    </message>
    <message>
        <source>The need and the effect were told</source>
        <translation>已告知必要性和对个人的影响</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>How and by whom</source>
        <translation>方式和同意人</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>由谁同意</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Add the scan to the files first, or choose it later.</source>
        <translation>请先把扫描件加入附件，也可以以后再选。</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Name the guardian first.</source>
        <translation>请先登记监护人。</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>Window services</source>
        <translation>窗口服务</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Pre-checks</source>
        <translation>低保预审</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题清单</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>好差评</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>准入</translation>
    </message>
</context>
<context>
    <name>CountsView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Save as workbook</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Slips given</source>
        <translation>告知单份数</translation>
    </message>
    <message>
        <source>The count on paper</source>
        <translation>统计表</translation>
    </message>
    <message>
        <source>It is evidence of what residents are sent for in vain.</source>
        <translation>作为减负依据：居民被要求开具的证明。</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>No slip was given in this year.</source>
        <translation>这一年没有出具告知单。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Print the count</source>
        <translation>打印统计表</translation>
    </message>
    <message>
        <source>Save the count as a workbook</source>
        <translation>导出统计表</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Pick a day</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>This is not a day. Type it like 2026-01-31 or 20260131.</source>
        <translation>日期不对。请按 2026-01-31 或 20260131 的格式填写。</translation>
    </message>
</context>
<context>
    <name>DaysChip</name>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>DeathForm</name>
    <message>
        <source>Death</source>
        <translation>死亡登记</translation>
    </message>
    <message>
        <source>Died on</source>
        <translation>死亡日期</translation>
    </message>
    <message>
        <source>From then on no certificate is issued. This can be undone.</source>
        <translation>登记后不再为其开具证明。此操作可以撤销。</translation>
    </message>
</context>
<context>
    <name>DeviceColumns</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>保存范围</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>No receipt</source>
        <translation>无回执</translation>
    </message>
    <message>
        <source>Last out</source>
        <translation>最近发出</translation>
    </message>
    <message>
        <source>Last in</source>
        <translation>最近收到</translation>
    </message>
    <message>
        <source>Back by</source>
        <translation>归还日期</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Let it hold these grids</source>
        <translation>按所选网格保存</translation>
    </message>
    <message>
        <source>Back by (for a copy that is lent out)</source>
        <translation>归还日期（外借的副本）</translation>
    </message>
    <message>
        <source>Keep this day</source>
        <translation>保存日期</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Take into use again</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>It is lost…</source>
        <translation>已遗失…</translation>
    </message>
    <message>
        <source>Out of use…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Holds: {scope}</source>
        <translation>保存范围：{scope}</translation>
    </message>
    <message>
        <source>Nothing has been changed</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>Tick a grid first.</source>
        <translation>请先勾选网格。</translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation>设备情况</translation>
    </message>
</context>
<context>
    <name>DevicesView</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>No device takes part yet</source>
        <translation>还没有设备加入</translation>
    </message>
    <message>
        <source>On the station&apos;s computer let laptops and desks take part. On a new laptop choose “This computer” and let it ask its station.</source>
        <translation>在服务站电脑上让笔记本和窗口电脑加入；在新笔记本上点“本机”，向服务站提出申请。</translation>
    </message>
    <message>
        <source>Let a device take part</source>
        <translation>让设备加入</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>The station&apos;s computer does that.</source>
        <translation>这项操作在服务站电脑上进行。</translation>
    </message>
    <message>
        <source>{name} is suspended</source>
        <translation>已暂停 {name}</translation>
    </message>
    <message>
        <source>{name} is in use again</source>
        <translation>已恢复使用 {name}</translation>
    </message>
    <message>
        <source>{name} is lost</source>
        <translation>已登记 {name} 遗失</translation>
    </message>
    <message>
        <source>{name} is out of use</source>
        <translation>已停用 {name}</translation>
    </message>
    <message>
        <source>No file of it is taken in any more, on any computer of the station. Found again, it has to be let in anew.</source>
        <translation>本站所有电脑都不再接收它的文件。找回后须重新加入。</translation>
    </message>
    <message>
        <source>It is lost</source>
        <translation>确认遗失</translation>
    </message>
    <message>
        <source>Take its last file in before. No file of it is taken in any more, and none is written for it.</source>
        <translation>请先接收它的最后一个文件。停用后不再接收它的文件，也不再为它写文件。</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>{name}: this cannot be undone</source>
        <translation>{name}：此操作不能撤销</translation>
    </message>
    <message>
        <source>{name} holds other grids with its next file</source>
        <translation>{name} 从下一个文件起保存新的网格</translation>
    </message>
    <message>
        <source>{name} is to be back by {day}</source>
        <translation>{name} 应于 {day} 前归还</translation>
    </message>
    <message>
        <source>{name} stays without a day</source>
        <translation>{name} 不设归还日期</translation>
    </message>
</context>
<context>
    <name>DifferenceStep</name>
    <message>
        <source>What changes</source>
        <translation>会有什么变化</translation>
    </message>
    <message>
        <source>The newest that would be lost</source>
        <translation>最近会丢失的记录</translation>
    </message>
    <message>
        <source>The station is to stand as it did on {moment}. What stands there now is kept as a backup of its own.</source>
        <translation>本站将回到 {moment} 的样子。现有数据会另存为一份备份。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>{added} records entered since and {changed} changes would be lost.</source>
        <translation>此后新增的 {added} 条记录和 {changed} 处修改将丢失。</translation>
    </message>
    <message>
        <source>Nothing that was entered since would be lost.</source>
        <translation>此后录入的内容不会丢失。</translation>
    </message>
    <message>
        <source>{people} residents deleted since come back.</source>
        <translation>此后删除的居民 {people} 人会重新出现。</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>备份中</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Last work</source>
        <translation>最近一次操作</translation>
    </message>
    <message>
        <source>{moment}, {by}</source>
        <translation>{moment}，{by}</translation>
    </message>
    <message>
        <source>{kind} {name}, new</source>
        <translation>{kind} {name}，新增</translation>
    </message>
    <message>
        <source>{kind} {name}, changed</source>
        <translation>{kind} {name}，有修改</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
    <message>
        <source>Names are shown to whoever may see all residents.</source>
        <translation>姓名等明细只显示给可查看全部居民的人员。</translation>
    </message>
    <message>
        <source>The station is to stand as it did on {moment}.</source>
        <translation>本站将回到 {moment} 的样子。</translation>
    </message>
    <message>
        <source>What stands there now cannot be read. What was entered after this backup cannot be listed and may have to be entered again. The unreadable file is kept.</source>
        <translation>现有数据读不出来。这份备份之后录入的内容无法列出，可能需要补录。读不出的文件会保留。</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Copied. It is cleared after 30 seconds.</source>
        <translation>已复制，30 秒后从剪贴板清除。</translation>
    </message>
</context>
<context>
    <name>DocumentsForm</name>
    <message>
        <source>Add a document</source>
        <translation>添加证件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>有效期起</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>有效期止</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>签发机关</translation>
    </message>
    <message>
        <source>Long-term</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>Identifies this person</source>
        <translation>作为主要身份证件</translation>
    </message>
    <message>
        <source>No document is known.</source>
        <translation>尚未登记证件。</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>The station stands as it did on {moment}: {people} residents.</source>
        <translation>本站已回到 {moment} 的样子：居民 {people} 人。</translation>
    </message>
    <message>
        <source>Sign in with your passphrase to go on.</source>
        <translation>请用口令登录后继续工作。</translation>
    </message>
    <message>
        <source>Go to sign in</source>
        <translation>去登录</translation>
    </message>
    <message>
        <source>What stood there before is kept for at least 30 days. In the list of backups it is the one of {moment}, {why}; it can be put back the same way. Sign in to go on.</source>
        <translation>原来的数据至少保留 30 天，在备份列表中是“{moment}，{why}”那一份，可用同样的方法放回。请登录后继续工作。</translation>
    </message>
    <message>
        <source>The unreadable file is kept for at least 30 days: in the list of backups it is the one of {moment}, {why}. Sign in to go on.</source>
        <translation>读不出的文件至少保留 30 天，在备份列表中是“{moment}，{why}”那一份。请登录后继续工作。</translation>
    </message>
</context>
<context>
    <name>DoublesView</name>
    <message>
        <source>Entered twice</source>
        <translation>重复登记</translation>
    </message>
    <message>
        <source>Nothing seems to be entered twice</source>
        <translation>没有疑似重复登记的</translation>
    </message>
    <message>
        <source>When two devices enter the same person, dwelling or order before they hear of one another, it stands here after they have exchanged.</source>
        <translation>两台设备在交换数据前各自登记了同一个人、同一处住房或同一张工单的，交换后列在这里。</translation>
    </message>
    <message>
        <source>Entered twice: {count}</source>
        <translation>重复登记：{count}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Dwelling</source>
        <translation>住房</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>These people bear the same number. If they are one person, keep one and put the other into the bin; else correct the number.</source>
        <translation>这几人的证件号码相同。若是同一人，保留一份，其余放入回收站；若不是，更正号码。</translation>
    </message>
    <message>
        <source>This address stands there more than once. Move who lives there to one of them; the other is then empty and does no harm.</source>
        <translation>同一地址登记了多次。把住户迁到其中一处，另一处空着即可。</translation>
    </message>
    <message>
        <source>Two certificates bear this number. Make one of them void and issue it anew.</source>
        <translation>两份证明编号相同。请作废其中一份并重新开具。</translation>
    </message>
    <message>
        <source>Two devices entered the order with this number. Open the case that is not to be worked on and settle it as a double (Alt+I): it is withdrawn and names the other one. If each was settled as the double of the other, enter it anew.</source>
        <translation>两台设备登记了同一编号的工单。打开不再办理的那一件，按“并为重复件”（Alt+I）：该件撤回，并注明以哪一件为准。若两件已互相并为重复件，请重新登记。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What they share</source>
        <translation>相同之处</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Two papers</source>
        <translation>一事两证</translation>
    </message>
    <message>
        <source>Two devices approved the same request, so two papers are valid. Take back the one that is not to be used and make it void; the request keeps the other one.</source>
        <translation>两台设备各自批准了同一申请，因此有两份有效证明。收回不用的一份并作废，申请保留另一份。</translation>
    </message>
</context>
<context>
    <name>DraftKeeping</name>
    <message>
        <source>This is what you typed before and did not save.</source>
        <translation>这是您上次填写但没有保存的内容。</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>重新填写</translation>
    </message>
</context>
<context>
    <name>DrawnPaper</name>
    <message>
        <source>The paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>It is being drawn.</source>
        <translation>正在生成。</translation>
    </message>
</context>
<context>
    <name>DrillCard</name>
    <message>
        <source>Monthly test of the backup</source>
        <translation>每月检验备份</translation>
    </message>
    <message>
        <source>Test…</source>
        <translation>检验…</translation>
    </message>
    <message>
        <source>Last good test</source>
        <translation>最近一次检验通过</translation>
    </message>
    <message>
        <source>Take the paper key from where it is locked away and type it. A backup is made, a copy of it opened with the paper alone, and everything in it compared.</source>
        <translation>请取出锁好的恢复密钥并输入。程序会做一份备份，只凭恢复密钥打开它的副本，并逐项核对全部内容。</translation>
    </message>
    <message>
        <source>Paper key: nine groups of four</source>
        <translation>恢复密钥：九组，每组四位</translation>
    </message>
    <message>
        <source>Open the backup with it</source>
        <translation>用它打开备份</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在检验…</translation>
    </message>
    <message>
        <source>Never tested.</source>
        <translation>从未检验。</translation>
    </message>
    <message>
        <source>{day}: opened with the paper key.</source>
        <translation>{day}：已用恢复密钥打开。</translation>
    </message>
    <message>
        <source>⚠ A month has passed: test again.</source>
        <translation>⚠ 已满一个月，请再检验一次。</translation>
    </message>
    <message>
        <source>⚠ Overdue: nobody knows whether the backup can be opened.</source>
        <translation>⚠ 已超期：备份能否打开，现在没人知道。</translation>
    </message>
    <message>
        <source>Type the paper key first</source>
        <translation>请先输入恢复密钥</translation>
    </message>
    <message>
        <source>Proven: the backup of {moment} opens with the paper key, and all of its {people} residents, {certificates} certificates and {files} files are there, as here.</source>
        <translation>已证实：{moment} 的备份能用恢复密钥打开，其中居民 {people} 人、证明 {certificates} 份、附件 {files} 个，与现有数据完全一致。</translation>
    </message>
    <message>
        <source>The copy on {names} opens, too.</source>
        <translation>{names} 上的副本也能打开。</translation>
    </message>
    <message>
        <source>Lock the paper away again.</source>
        <translation>请把恢复密钥重新锁好。</translation>
    </message>
    <message>
        <source>This paper key does not open the backup. It may be an older paper: look for the one printed last. If there is none, make and print a new paper key above now, then test again. Until then nothing opens a backup when the passphrase is forgotten.</source>
        <translation>这份恢复密钥打不开备份，可能是旧的一份：请找最后打印的那份。如果找不到，请现在就在上面重新生成并打印恢复密钥，然后再检验。在此之前，一旦忘记口令，备份就打不开。</translation>
    </message>
    <message>
        <source>The copy is not what stands here. Do not rely on the backups of this disk: choose a second place on another disk or a stick now, make a backup, and test again. If it fails again, the disk is failing; tell whoever looks after the computer.</source>
        <translation>备份副本与现有数据不一致，不要依赖这块硬盘上的备份：请马上在另一块硬盘或 U 盘上设置第二备份位置，做一份备份，再检验一次。如仍不通过，说明硬盘有故障，请告诉管电脑的人。</translation>
    </message>
</context>
<context>
    <name>DropPlace</name>
    <message>
        <source>Drop a roster here: xlsx, xls or csv</source>
        <translation>把花名册拖到这里：xlsx、xls 或 csv</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
</context>
<context>
    <name>EnrolPanel</name>
    <message>
        <source>Let a device take part</source>
        <translation>让设备加入</translation>
    </message>
    <message>
        <source>Read the request…</source>
        <translation>读取申请…</translation>
    </message>
    <message>
        <source>The other screen shows the same digits</source>
        <translation>与对方屏幕上的数字一致</translation>
    </message>
    <message>
        <source>Back by (for a copy that is lent out)</source>
        <translation>归还日期（外借的副本）</translation>
    </message>
    <message>
        <source>Write the permission</source>
        <translation>写出许可</translation>
    </message>
    <message>
        <source>On the new computer choose “This computer” under Devices and write its request onto a stick. Read it here.</source>
        <translation>在新电脑的“设备”中点“本机”，把申请写到 U 盘，再在这里读取。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请文件</translation>
    </message>
    <message>
        <source>Read the request</source>
        <translation>读取申请</translation>
    </message>
    <message>
        <source>{name} · {kind}</source>
        <translation>{name} · {kind}</translation>
    </message>
    <message>
        <source>Compare these digits with those on the other screen.</source>
        <translation>请与对方屏幕上的数字核对。</translation>
    </message>
    <message>
        <source>Writing the permission…</source>
        <translation>正在写出许可……</translation>
    </message>
    <message>
        <source>{name} takes part</source>
        <translation>{name} 已加入</translation>
    </message>
    <message>
        <source>{file} lies beside the request. Read it on {name}; then exchange, and it gets its records.</source>
        <translation>{file} 已写在申请文件旁边。在 {name} 上读取，然后交换，即可得到档案。</translation>
    </message>
    <message>
        <source>Compare the digits first.</source>
        <translation>请先核对数字。</translation>
    </message>
    <message>
        <source>Tick a grid first.</source>
        <translation>请先勾选网格。</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>Open the file of {name}</source>
        <translation>打开{name}的档案</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>更改前后</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Logical clock</source>
        <translation>逻辑时钟</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
</context>
<context>
    <name>ErasePanel</name>
    <message>
        <source>Which data</source>
        <translation>哪些信息</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete data</source>
        <translation>删除信息</translation>
    </message>
    <message>
        <source>Tick at least one kind of data.</source>
        <translation>请至少勾选一类信息。</translation>
    </message>
    <message>
        <source>Erased: {fields}.</source>
        <translation>清除：{fields}。</translation>
    </message>
    <message>
        <source>Kept by law and not used any more: {fields}.</source>
        <translation>依法保存、停止使用：{fields}。</translation>
    </message>
    <message>
        <source>Nothing of this is held.</source>
        <translation>本站没有这些信息。</translation>
    </message>
    <message>
        <source>Deleted data of {name}</source>
        <translation>已删除{name}的信息</translation>
    </message>
</context>
<context>
    <name>EventTasks</name>
    <message>
        <source>Record a verification</source>
        <translation>登记核实</translation>
    </message>
    <message>
        <source>Verified the facts of {name}</source>
        <translation>登记核实：{name}</translation>
    </message>
    <message>
        <source>Note a death</source>
        <translation>登记死亡</translation>
    </message>
    <message>
        <source>Noted the death of {name}</source>
        <translation>登记死亡：{name}</translation>
    </message>
</context>
<context>
    <name>ExchangeDesk</name>
    <message>
        <source>Exchange with the stick or the folder</source>
        <translation>与 U 盘或文件夹交换数据</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>{changes} changes have come in from {senders}.</source>
        <translation>已接收 {senders} 的 {changes} 处改动。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>A file in the shared folder was not taken in.</source>
        <translation>共享文件夹中有一个文件未能接收。</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Exchange</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对账</translation>
    </message>
    <message>
        <source>This computer belongs to no station yet. What is entered here reaches nobody.</source>
        <translation>本机还不属于任何服务站，这里录入的内容不会传给别人。</translation>
    </message>
    <message>
        <source>This copy was to be back by {day}. Exchange once more, then hand it in: it is wiped under Devices.</source>
        <translation>这份副本应于 {day} 前归还。请再交换一次后交回，并在“设备”中清除。</translation>
    </message>
    <message>
        <source>Take a file in</source>
        <translation>接收文件</translation>
    </message>
    <message>
        <source>Look again how it stands</source>
        <translation>刷新交换情况</translation>
    </message>
    <message>
        <source>Entered twice</source>
        <translation>重复登记</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Exchange now</source>
        <translation>立即交换</translation>
    </message>
    <message>
        <source>Exchange now (F9)</source>
        <translation>立即交换（F9）</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Plug in a stick or choose a folder first.</source>
        <translation>请先插入 U 盘或选择文件夹。</translation>
    </message>
    <message>
        <source>Exchanging…</source>
        <translation>正在交换……</translation>
    </message>
    <message>
        <source>The file was taken back: {rows} records are as they were before.</source>
        <translation>已撤销该文件：{rows} 条记录恢复原样。</translation>
    </message>
    <message>
        <source>Choose a folder to exchange with</source>
        <translation>选择用于交换的文件夹</translation>
    </message>
    <message>
        <source>Exchange files</source>
        <translation>交换文件</translation>
    </message>
    <message>
        <source>Take a file in</source>
        <translation>接收文件</translation>
    </message>
    <message>
        <source>No other computer takes part yet</source>
        <translation>还没有其他电脑参加交换</translation>
    </message>
    <message>
        <source>Laptops, desks and the street office exchange with this computer by files on a stick or in a folder. Let the first one take part under Devices.</source>
        <translation>笔记本、窗口电脑和街道通过 U 盘或文件夹中的文件与本机交换数据。请先在“设备”中让第一台加入。</translation>
    </message>
    <message>
        <source>Go to the devices</source>
        <translation>前往设备</translation>
    </message>
    <message>
        <source>Takes in all that is there for this computer, then writes what the others have not got. Files can also be dropped here.</source>
        <translation>先接收所有发给本机的文件，再写出其他设备还没有的内容。也可以把文件拖到这里。</translation>
    </message>
    <message>
        <source>Take a file in…</source>
        <translation>接收文件…</translation>
    </message>
</context>
<context>
    <name>ExportColumns</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>导出人</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>导出编号</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Digest of the file</source>
        <translation>文件校验值</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>完整号码</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>已脱敏</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>List of residents</source>
        <translation>居民名单</translation>
    </message>
    <message>
        <source>File of case {number}</source>
        <translation>办件{number}的附件</translation>
    </message>
    <message>
        <source>List of orders</source>
        <translation>工单清单</translation>
    </message>
    <message>
        <source>List of problems</source>
        <translation>问题清单</translation>
    </message>
    <message>
        <source>List of ratings</source>
        <translation>评价清单</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Choose where to save…</source>
        <translation>选择保存位置…</translation>
    </message>
    <message>
        <source>Choose where to save, then export (Ctrl+Enter)</source>
        <translation>选择保存位置后导出（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back without exporting (Esc)</source>
        <translation>返回，不导出（Esc）</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>导出内容</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Numbers in full (ID number and phone)</source>
        <translation>完整号码（证件号码和电话）</translation>
    </message>
    <message>
        <source>Off: 110000********0013, 138****5678.</source>
        <translation>不选时：110000********0013、138****5678。</translation>
    </message>
    <message>
        <source>Say who gets the list.</source>
        <translation>请填写名单给谁。</translation>
    </message>
    <message>
        <source>Say what the list is for. It stands in the file.</source>
        <translation>请填写用途，用途会写在文件里。</translation>
    </message>
    <message>
        <source>Choose what the law allows it on.</source>
        <translation>请选择法律依据。</translation>
    </message>
    <message>
        <source>Say why so many people are needed.</source>
        <translation>请说明为什么需要这么多人。</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>请至少选择一个栏目。</translation>
    </message>
    <message>
        <source>Choose who agrees.</source>
        <translation>请选择复核人。</translation>
    </message>
    <message>
        <source>The second person types their own passphrase.</source>
        <translation>请复核人输入自己的口令。</translation>
    </message>
    <message>
        <source>This is not that person&apos;s passphrase.</source>
        <translation>这不是复核人的口令。</translation>
    </message>
    <message>
        <source>At most {most} characters.</source>
        <translation>最多 {most} 个字。</translation>
    </message>
    <message>
        <source>To whom, and what for</source>
        <translation>接收方和用途</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>Office and person</source>
        <translation>单位和姓名</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Ground in the law</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Why so many people</source>
        <translation>人数较多的理由</translation>
    </message>
    <message>
        <source>Needed for more than {count} people.</source>
        <translation>超过 {count} 人时必填。</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>双人复核</translation>
    </message>
    <message>
        <source>More than {count} people leave only if a second person agrees.</source>
        <translation>超过 {count} 人的名单须经另一人复核同意。</translation>
    </message>
    <message>
        <source>Nobody else here has a passphrase and may agree. Choose fewer people, or have the head add a colleague.</source>
        <translation>本站没有其他持口令的复核人。请减少人数，或请站长增设复核人。</translation>
    </message>
    <message>
        <source>A second person has to agree, and there is none.</source>
        <translation>须经另一人复核，而本站没有复核人。</translation>
    </message>
    <message>
        <source>Who agrees</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Their own passphrase</source>
        <translation>复核人本人的口令</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Give the list out</source>
        <translation>导出名单</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Writing the list…</source>
        <translation>正在写入名单…</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>1 person</source>
        <translation>1人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>Exported {count} people to {name}, number {number}</source>
        <translation>已导出{count}人到{name}，编号{number}</translation>
    </message>
</context>
<context>
    <name>ExportsBar</name>
    <message>
        <source>Number, person, recipient, purpose or file</source>
        <translation>导出编号、导出人、接收方、用途或文件</translation>
    </message>
    <message>
        <source>Search the exports</source>
        <translation>查找导出记录</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>完整号码</translation>
    </message>
    <message>
        <source>With a second person</source>
        <translation>经双人复核</translation>
    </message>
</context>
<context>
    <name>ExportsView</name>
    <message>
        <source>Register of exports</source>
        <translation>导出登记簿</translation>
    </message>
    <message>
        <source>Not yours to see</source>
        <translation>您无权查看</translation>
    </message>
    <message>
        <source>Exports: {count}</source>
        <translation>导出 {count} 次</translation>
    </message>
</context>
<context>
    <name>FaultReport</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>What you have saved is safe. If it happens again, send this report to whoever looks after the program. It holds no names, numbers or addresses of residents.</source>
        <translation>已保存的资料没有问题。如果再次出现，请把这份报告交给负责维护的人。报告中没有居民的姓名、号码和住址。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>错误报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续工作</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>All ratings</source>
        <translation>全部评价</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>各等级</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>按事项</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按经办人</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>Nobody has given a rating in this period</source>
        <translation>本期还没有评价</translation>
    </message>
    <message>
        <source>Ask for one at the end of a case with Alt+J; the screen is turned.</source>
        <translation>办件办完后按 Alt+J，把屏幕转给群众评价。</translation>
    </message>
    <message>
        <source>Ratings given</source>
        <translation>评价数</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Bad ratings</source>
        <translation>差评</translation>
    </message>
    <message>
        <source>Spoken to in time</source>
        <translation>按时联系</translation>
    </message>
    <message>
        <source>Put right in time</source>
        <translation>按时整改</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>bad: {count}</source>
        <translation>差评 {count}</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>As a paper</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Save as workbook</source>
        <translation>另存为工作簿</translation>
    </message>
</context>
<context>
    <name>FileBar</name>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Correct the particulars (Ctrl+E)</source>
        <translation>更正基本信息（Ctrl+E）</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>开证明</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办事</translation>
    </message>
    <message>
        <source>Begin a case at the window for this person (Ctrl+J)</source>
        <translation>为此人在窗口办事（Ctrl+J）</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>has died</source>
        <translation>已死亡</translation>
    </message>
    <message>
        <source>Record a verification…</source>
        <translation>登记核实…</translation>
    </message>
    <message>
        <source>Documents…</source>
        <translation>证件…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加材料…</translation>
    </message>
    <message>
        <source>Note a death…</source>
        <translation>登记死亡…</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>belongs to no household</source>
        <translation>未归入任何家庭户</translation>
    </message>
    <message>
        <source>the only member</source>
        <translation>户内只有一人</translation>
    </message>
    <message>
        <source>leave the present one first</source>
        <translation>请先退出现在的户</translation>
    </message>
    <message>
        <source>Found a household…</source>
        <translation>立户…</translation>
    </message>
    <message>
        <source>Add a new member…</source>
        <translation>添加新成员…</translation>
    </message>
    <message>
        <source>Add a member from the register…</source>
        <translation>从居民档案中添加成员…</translation>
    </message>
    <message>
        <source>Change the head…</source>
        <translation>变更户主…</translation>
    </message>
    <message>
        <source>Leave the household</source>
        <translation>退出本户</translation>
    </message>
    <message>
        <source>Who has looked at or changed this…</source>
        <translation>谁查看或更改过…</translation>
    </message>
    <message>
        <source>the household is outside your grids</source>
        <translation>所在户不在您负责的网格内</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>迁移…</translation>
    </message>
</context>
<context>
    <name>FilePages</name>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Papers and files</source>
        <translation>证件与材料</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>Pages of the file</source>
        <translation>档案分页</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权益</translation>
    </message>
</context>
<context>
    <name>FilePanel</name>
    <message>
        <source>Back to the former person (Alt+Left)</source>
        <translation>回到上一个人（Alt+←）</translation>
    </message>
    <message>
        <source>This record is in the bin.</source>
        <translation>这条记录在回收站中。</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>{name} is outside your grids now and is not shown any more.</source>
        <translation>{name} 已不在您负责的网格内，不再显示。</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Choose a roster</source>
        <translation>选择花名册</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>正在读取文件。</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Give it as it is: title rows, merged cells, subtotals, columns in any order. Nothing is written yet.</source>
        <translation>原样选入即可：标题行、合并单元格、小计行、列的先后都能识别。此时还不会写入任何资料。</translation>
    </message>
</context>
<context>
    <name>FileViewer</name>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>This file cannot be shown here. Save a copy to open it elsewhere.</source>
        <translation>此文件不能在这里显示。请另存后用其他程序打开。</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Take a picture or file from the clipboard (Ctrl+V)</source>
        <translation>粘贴剪贴板中的图片或文件（Ctrl+V）</translation>
    </message>
    <message>
        <source>This case has no files yet.</source>
        <translation>此办件还没有附件。</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor a file.</source>
        <translation>剪贴板中没有图片或文件。</translation>
    </message>
    <message>
        <source>Added the file {name}</source>
        <translation>已添加附件 {name}</translation>
    </message>
    <message>
        <source>Put the file {name} into the bin</source>
        <translation>附件 {name} 已移入回收站</translation>
    </message>
    <message>
        <source>Picture {moment}</source>
        <translation>图片 {moment}</translation>
    </message>
    <message>
        <source>Photograph or scan what was brought: drop files here, paste them, or choose them ({keys}). JPEG, PNG or PDF, at most {most} MB.</source>
        <translation>拍照或扫描所收材料：拖到此处、粘贴，或选择文件（{keys}）。JPEG、PNG 或 PDF，不超过 {most} MB。</translation>
    </message>
    <message>
        <source>For the whole case…</source>
        <translation>归入整个办件…</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Estate</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>清除全部</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>人口类型</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>无证件号码</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Who is the certificate for?</source>
        <translation>为谁开具证明？</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID or document number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Type the name, then lay the card on the reader. Both must match.</source>
        <translation>先输入姓名，再刷身份证。两项都一致才能开具。</translation>
    </message>
    <message>
        <source>Look in the residents</source>
        <translation>到居民档案中查找</translation>
    </message>
    <message>
        <source>Register a new resident</source>
        <translation>登记新居民</translation>
    </message>
</context>
<context>
    <name>ForecastStep</name>
    <message>
        <source>See what will happen</source>
        <translation>试导入</translation>
    </message>
    <message>
        <source>This is a trial. Nothing is written yet.</source>
        <translation>这是试算，还没有写入任何资料。</translation>
    </message>
    <message>
        <source>Trying the roster out</source>
        <translation>正在试算花名册</translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation>退回的行</translation>
    </message>
    <message>
        <source>Rows taken with a warning</source>
        <translation>已接收、需留意的行</translation>
    </message>
    <message>
        <source>The trial is not finished.</source>
        <translation>试算尚未完成。</translation>
    </message>
    <message>
        <source>No row of this roster can be taken.</source>
        <translation>这份花名册没有可导入的行。</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Bring in {rows} rows</source>
        <translation>导入 {rows} 行</translation>
    </message>
    <message>
        <source>The trial was stopped. Go back and on again to repeat it.</source>
        <translation>试算已停止。请返回上一步再重新进入。</translation>
    </message>
    <message>
        <source>rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <source>new people</source>
        <translation>新居民</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>档案中已有</translation>
    </message>
    <message>
        <source>new households</source>
        <translation>新立户</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>退回</translation>
    </message>
</context>
<context>
    <name>FormDrafts</name>
    <message>
        <source>This is what you typed before and did not save.</source>
        <translation>这是上次录入但没有保存的内容。</translation>
    </message>
    <message>
        <source>What you had typed is here again.</source>
        <translation>您之前填写的内容已恢复。</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新填写</translation>
    </message>
</context>
<context>
    <name>FoundTables</name>
    <message>
        <source>Sheet “{sheet}”: {rows} people, header in row {row}</source>
        <translation>工作表“{sheet}”：{rows} 人，表头在第 {row} 行</translation>
    </message>
    <message>
        <source>{rows} people, header in row {row}</source>
        <translation>{rows} 人，表头在第 {row} 行</translation>
    </message>
    <message>
        <source>Sheet “{sheet}” is left out: {reason}</source>
        <translation>工作表“{sheet}”不导入：{reason}</translation>
    </message>
</context>
<context>
    <name>FoundingPage</name>
    <message>
        <source>Setting the station up…</source>
        <translation>正在设置…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Making the demo station…</source>
        <translation>正在生成演示资料…</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>参观者</translation>
    </message>
</context>
<context>
    <name>FoundingWizard</name>
    <message>
        <source>Setting up</source>
        <translation>初次设置</translation>
    </message>
</context>
<context>
    <name>GridEditing</name>
    <message>
        <source>Draw a grid</source>
        <translation>新建网格</translation>
    </message>
    <message>
        <source>Correct the grid</source>
        <translation>修改网格</translation>
    </message>
    <message>
        <source>The grid was left without saving.</source>
        <translation>网格未保存。</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Drew the grid {name}</source>
        <translation>新建网格：{name}</translation>
    </message>
    <message>
        <source>Corrected {name}</source>
        <translation>更正：{name}</translation>
    </message>
    <message>
        <source>Somebody else has changed this grid. Look at it again, then save.</source>
        <translation>该网格已被他人修改，请重新核对后再保存。</translation>
    </message>
</context>
<context>
    <name>GridForm</name>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>网格名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>网格编码</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>负责人员</translation>
    </message>
    <message>
        <source>Grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Phone of the worker</source>
        <translation>网格员电话</translation>
    </message>
    <message>
        <source>Phone for complaints</source>
        <translation>监督电话</translation>
    </message>
    <message>
        <source>Give the grid a name.</source>
        <translation>请填写网格名称。</translation>
    </message>
    <message>
        <source>Before: {seen}. Somebody else has written: {theirs}</source>
        <translation>原为：{seen}。他人改为：{theirs}</translation>
    </message>
</context>
<context>
    <name>GridList</name>
    <message>
        <source>No grid has been drawn yet. Draw one, then assign the buildings it is made of.</source>
        <translation>还没有网格。请先新建网格，再把楼栋划进去。</translation>
    </message>
    <message>
        <source>Draw a grid</source>
        <translation>新建网格</translation>
    </message>
    <message>
        <source>Show the people of this grid</source>
        <translation>查看本网格居民</translation>
    </message>
    <message>
        <source>Correct the grid…</source>
        <translation>修改网格…</translation>
    </message>
    <message>
        <source>Discard the grid</source>
        <translation>删除网格</translation>
    </message>
    <message>
        <source>No grid worker is named.</source>
        <translation>未指定网格员。</translation>
    </message>
    <message>
        <source>Buildings: {buildings} · People: {people}</source>
        <translation>{buildings} 栋楼 · {people} 人</translation>
    </message>
    <message>
        <source>Buildings: {buildings} · outside your grids</source>
        <translation>{buildings} 栋楼 · 不在您负责的网格内</translation>
    </message>
</context>
<context>
    <name>GridsField</name>
    <message>
        <source>Draw grids first, under Residents.</source>
        <translation>请先在“居民档案”中划分网格。</translation>
    </message>
</context>
<context>
    <name>GridsShown</name>
    <message>
        <source>Grids: {names} · others are not shown</source>
        <translation>网格：{names} · 其他网格不显示</translation>
    </message>
    <message>
        <source>No grid has been given to you yet, so nobody is shown. Ask the station.</source>
        <translation>尚未给您划定网格，因此不显示任何居民，请联系服务站。</translation>
    </message>
</context>
<context>
    <name>GuardianForm</name>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Of the household</source>
        <translation>本户成员</translation>
    </message>
    <message>
        <source>Left empty: somebody from outside.</source>
        <translation>留空表示户外人员。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>监护依据</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>GuideCards</name>
    <message>
        <source>Time</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>申请材料</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>办理步骤</translation>
    </message>
    <message>
        <source>Who, where, what comes of it</source>
        <translation>对象、去向和结果</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Nothing has to be brought.</source>
        <translation>无须提交材料。</translation>
    </message>
    <message>
        <source>None is set</source>
        <translation>未设定</translation>
    </message>
    <message>
        <source>{count} copies</source>
        <translation>{count} 份</translation>
    </message>
    <message>
        <source>only: {when}</source>
        <translation>仅限：{when}</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>尚未核对</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>Guide sheet</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>修订…</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>停办…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>What is shown of the item</source>
        <translation>显示事项的哪一部分</translation>
    </message>
    <message>
        <source>No item is chosen</source>
        <translation>没有选中事项</translation>
    </message>
    <message>
        <source>Choose one in the list, or type what somebody has come for.</source>
        <translation>在列表中选一项，或输入居民来办的事。</translation>
    </message>
    <message>
        <source>Nobody can come for “{name}” any more. Old cases keep it.</source>
        <translation>“{name}”不再受理新的申请，以前的办件不受影响。</translation>
    </message>
    <message>
        <source>Done by the street now</source>
        <translation>已移交街道办理</translation>
    </message>
    <message>
        <source>No longer done anywhere</source>
        <translation>政策已取消</translation>
    </message>
    <message>
        <source>Retire it</source>
        <translation>停办</translation>
    </message>
    <message>
        <source>Retired {day}: {reason}</source>
        <translation>{day} 停办：{reason}</translation>
    </message>
    <message>
        <source>Compared with local rules</source>
        <translation>已与本地规定核对</translation>
    </message>
    <message>
        <source>Not compared with local rules</source>
        <translation>未与本地规定核对</translation>
    </message>
    <message>
        <source>Pre-check</source>
        <translation>预审</translation>
    </message>
</context>
<context>
    <name>HandingIn</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>A draft is not handed out. It gets its number when approved.</source>
        <translation>草稿不能交付。批准后编号。</translation>
    </message>
    <message>
        <source>This text cannot be printed</source>
        <translation>这些文字无法打印</translation>
    </message>
</context>
<context>
    <name>HandingOut</name>
    <message>
        <source>Sent to the printer: {title}</source>
        <translation>已送打印：{title}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>PDF papers (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>已保存：{title}</translation>
    </message>
</context>
<context>
    <name>HeadForm</name>
    <message>
        <source>Change the head</source>
        <translation>变更户主</translation>
    </message>
    <message>
        <source>New head of the household</source>
        <translation>新户主</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>新户主</translation>
    </message>
    <message>
        <source>The former head becomes a relative; correct the relations afterwards.</source>
        <translation>原户主改为家庭成员，各人与户主的关系请随后更正。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Nothing here is real: all residents are invented.</source>
        <translation>这里都是演示资料，居民全部为虚构。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>功能页</translation>
    </message>
    <message>
        <source>{name}, signed in as {roles}</source>
        <translation>{name}，登录身份：{roles}</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>切换用户</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>修改口令…</translation>
    </message>
</context>
<context>
    <name>HistoryCards</name>
    <message>
        <source>Nothing has been changed since the record was made.</source>
        <translation>建档以来没有变更。</translation>
    </message>
    <message>
        <source>Restore “{before}”</source>
        <translation>恢复为“{before}”</translation>
    </message>
</context>
<context>
    <name>HouseholdActions</name>
    <message>
        <source>{name} left the household</source>
        <translation>退出本户：{name}</translation>
    </message>
</context>
<context>
    <name>HouseholdCard</name>
    <message>
        <source>Household</source>
        <translation>家庭户</translation>
    </message>
    <message>
        <source>Belongs to no household.</source>
        <translation>未归入任何家庭户。</translation>
    </message>
    <message>
        <source>Found a household…</source>
        <translation>立户…</translation>
    </message>
    <message>
        <source>Household {number}</source>
        <translation>家庭户 {number}</translation>
    </message>
    <message>
        <source>Add a new member…</source>
        <translation>添加新成员…</translation>
    </message>
    <message>
        <source>Correct the household…</source>
        <translation>更正户信息…</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} 岁</translation>
    </message>
    <message>
        <source>The household is outside your grids.</source>
        <translation>所在户不在您负责的网格内。</translation>
    </message>
</context>
<context>
    <name>HouseholdFields</name>
    <message>
        <source>Belongs to</source>
        <translation>所属户</translation>
    </message>
    <message>
        <source>No household</source>
        <translation>不入户</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Number of the new household</source>
        <translation>新户户号</translation>
    </message>
    <message>
        <source>Found a new household</source>
        <translation>另立新户</translation>
    </message>
    <message>
        <source>{count} households are known at this address.</source>
        <translation>该地址已有 {count} 户。</translation>
    </message>
    <message>
        <source>A household is known at this address.</source>
        <translation>该地址已有一户。</translation>
    </message>
    <message>
        <source>nobody at its head</source>
        <translation>无户主</translation>
    </message>
    <message>
        <source>{head}, {count} people, no. {number}</source>
        <translation>{head}，{count} 人，户号 {number}</translation>
    </message>
</context>
<context>
    <name>HouseholdForm</name>
    <message>
        <source>Household</source>
        <translation>家庭户</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>户类型</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Lives at</source>
        <translation>现住地址</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已迁移</translation>
    </message>
</context>
<context>
    <name>HouseholdTasks</name>
    <message>
        <source>Found a household</source>
        <translation>立户</translation>
    </message>
    <message>
        <source>{name} will be its head</source>
        <translation>{name}为户主</translation>
    </message>
    <message>
        <source>Founded a household of {name}</source>
        <translation>立户：{name}</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭户</translation>
    </message>
    <message>
        <source>Corrected the household</source>
        <translation>更正户信息</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Added a member to the household</source>
        <translation>添加家庭成员</translation>
    </message>
    <message>
        <source>Change the head</source>
        <translation>变更户主</translation>
    </message>
    <message>
        <source>Changed the head of the household</source>
        <translation>变更户主</translation>
    </message>
</context>
<context>
    <name>HukouForm</name>
    <message>
        <source>Household registration (hukou)</source>
        <translation>户籍</translation>
    </message>
    <message>
        <source>In this community</source>
        <translation>本社区</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他地方</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>户籍所在地</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>户口类型</translation>
    </message>
    <message>
        <source>Address in the booklet</source>
        <translation>户口簿地址</translation>
    </message>
    <message>
        <source>Number of the booklet</source>
        <translation>户口簿号</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>户籍迁入日期</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Bring in a roster</source>
        <translation>导入花名册</translation>
    </message>
</context>
<context>
    <name>IssueView</name>
    <message>
        <source>The certificate for {name} was not issued.</source>
        <translation>{name}的证明尚未开具。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续办理</translation>
    </message>
    <message>
        <source>The certificate appears here</source>
        <translation>证明显示在这里</translation>
    </message>
    <message>
        <source>It is drawn while you type, exactly as it will be printed.</source>
        <translation>边填边显示，与打印出来的完全一样。</translation>
    </message>
    <message>
        <source>Certificate for {name}</source>
        <translation>{name} 的证明</translation>
    </message>
    <message>
        <source>{title} for {name} waits for approval.</source>
        <translation>{name}的《{title}》已报批。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>IssuedPane</name>
    <message>
        <source>Issued and kept in the archive</source>
        <translation>已开具并存档</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印（Ctrl+P）</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Next person (Ctrl+N)</source>
        <translation>下一位（Ctrl+N）</translation>
    </message>
    <message>
        <source>For {name}: {purpose}. Copies: {copies}.</source>
        <translation>{name}，用途：{purpose}，份数：{copies}。</translation>
    </message>
</context>
<context>
    <name>ItemBar</name>
    <message>
        <source>What has somebody come for? Name or pinyin</source>
        <translation>来办什么事？输入名称或拼音</translation>
    </message>
    <message>
        <source>Search the items</source>
        <translation>查找事项</translation>
    </message>
    <message>
        <source>Retired too</source>
        <translation>含已停办</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>新增事项</translation>
    </message>
    <message>
        <source>Refusal slip…</source>
        <translation>不予出具告知单…</translation>
    </message>
    <message>
        <source>Not ours to issue: {items}</source>
        <translation>不属于本站出具：{items}</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>Done at the window</source>
        <translation>窗口可办</translation>
    </message>
    <message>
        <source>Show the item</source>
        <translation>查看事项</translation>
    </message>
    <message>
        <source>the catalogue of items</source>
        <translation>事项目录</translation>
    </message>
</context>
<context>
    <name>ItemColumns</name>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>申请材料</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>办理去向</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停办</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Keep as a new version</source>
        <translation>存为新版本</translation>
    </message>
    <message>
        <source>From when, and why</source>
        <translation>何时起、为什么</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>起用日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Such as the new document</source>
        <translation>如：新文件的名称和文号</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Also called (a line each)</source>
        <translation>又称（每行一个）</translation>
    </message>
    <message>
        <source>How it is done</source>
        <translation>怎样办理</translation>
    </message>
    <message>
        <source>Steps (a line each) *</source>
        <translation>办理步骤（每行一步）*</translation>
    </message>
    <message>
        <source>Compared with what holds here</source>
        <translation>已与本地规定核对</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>何时需要</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>Add a material</source>
        <translation>添加材料</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>In force since</source>
        <translation>施行日期</translation>
    </message>
    <message>
        <source>Add a document</source>
        <translation>添加文件</translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>New item</source>
        <translation>新增事项</translation>
    </message>
    <message>
        <source>Correct: {name}</source>
        <translation>更正：{name}</translation>
    </message>
    <message>
        <source>Cases keep the version they began with.</source>
        <translation>已开始的办件沿用当时的版本。</translation>
    </message>
    <message>
        <source>Added {name}</source>
        <translation>已新增 {name}</translation>
    </message>
    <message>
        <source>Corrected {name}</source>
        <translation>已更正 {name}</translation>
    </message>
    <message>
        <source>Left without saving.</source>
        <translation>已离开，未保存。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>What has somebody come for?</source>
        <translation>来办什么？</translation>
    </message>
    <message>
        <source>Correct the item</source>
        <translation>更正事项</translation>
    </message>
    <message>
        <source>Guide sheet; again: print it</source>
        <translation>办事指南；再按一次打印</translation>
    </message>
    <message>
        <source>Save the guide sheet as PDF</source>
        <translation>办事指南存为 PDF</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>Add to the household</source>
        <translation>加入本户</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新成员</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>与户主关系</translation>
    </message>
</context>
<context>
    <name>KeptColumns</name>
    <message>
        <source>Standard columns</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>其他电脑</translation>
    </message>
    <message>
        <source>Key {key} · {whose} · signs from {since} to {until}</source>
        <translation>密钥 {key} · {whose} · {since} 至 {until} 可签发</translation>
    </message>
    <message>
        <source>Certificates in the register: {count}</source>
        <translation>登记在册的证明：{count} 份</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Withdraw key {key}</source>
        <translation>停用密钥 {key}</translation>
    </message>
    <message>
        <source>Withdrawn on {day}: {reason}. Of its certificates only those in the register are still believed.</source>
        <translation>{day} 停用：{reason}。此密钥签发的证明，只有登记在册的仍然有效。</translation>
    </message>
</context>
<context>
    <name>KeyPapers</name>
    <message>
        <source>Paper key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Save the paper key</source>
        <translation>保存恢复密钥</translation>
    </message>
    <message>
        <source>paper-key.pdf</source>
        <translation>恢复密钥.pdf</translation>
    </message>
    <message>
        <source>First passphrase</source>
        <translation>首次登录口令</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>KeyStep</name>
    <message>
        <source>Open the backup</source>
        <translation>打开备份</translation>
    </message>
    <message>
        <source>Today&apos;s passphrase opens it, and so does the one in use when it was made.</source>
        <translation>现在的口令能打开，做备份时用的口令也能打开。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Paper key: nine groups of four</source>
        <translation>恢复密钥：九组，每组四位</translation>
    </message>
    <message>
        <source>Type the paper key</source>
        <translation>请输入恢复密钥</translation>
    </message>
    <message>
        <source>Type the passphrase</source>
        <translation>请输入口令</translation>
    </message>
    <message>
        <source>Use the passphrase instead</source>
        <translation>改用口令</translation>
    </message>
    <message>
        <source>Use the paper key instead</source>
        <translation>改用恢复密钥</translation>
    </message>
    <message>
        <source>Copies on {place} are opened by a supervisor&apos;s passphrase or the paper key.</source>
        <translation>{place} 上的备份用主管的口令或恢复密钥打开。</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>Every certificate signed with this key is refused from now on, except those in the register. Exchange with the other computers first, so that theirs are in it. This cannot be undone.</source>
        <translation>从现在起，用此密钥签发的证明一律不予采信，登记在册的除外。请先与其他电脑交换数据，让它们的证明也在册。此操作不能撤销。</translation>
    </message>
    <message>
        <source>Withdraw now</source>
        <translation>立即停用</translation>
    </message>
    <message>
        <source>Withdrew key {key}</source>
        <translation>已停用密钥 {key}</translation>
    </message>
    <message>
        <source>Write why, in at most 200 characters.</source>
        <translation>请写明原因，不超过 200 字。</translation>
    </message>
    <message>
        <source>Open the station&apos;s request</source>
        <translation>打开社区的申请</translation>
    </message>
    <message>
        <source>Requests (*.json)</source>
        <translation>申请文件 (*.json)</translation>
    </message>
    <message>
        <source>Open the street office&apos;s answer</source>
        <translation>打开街道的认可书</translation>
    </message>
    <message>
        <source>Answers (*.json)</source>
        <translation>认可书 (*.json)</translation>
    </message>
    <message>
        <source>Took in what the street office stands for</source>
        <translation>已收存街道的认可书</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>Files (*.json)</source>
        <translation>文件 (*.json)</translation>
    </message>
    <message>
        <source>A day from today to three years from now.</source>
        <translation>请填写今天起三年以内的日期。</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>已保存：{title}</translation>
    </message>
    <message>
        <source>Each computer that issues signs with keys of its own. Withdraw the key of one that was lost: whoever has it could sign certificates.</source>
        <translation>每台出具证明的电脑都用自己的密钥签发。电脑遗失时请停用它的密钥：得到它的人可能签发假证明。</translation>
    </message>
    <message>
        <source>No certificate has been signed here yet.</source>
        <translation>这里还没有签发过证明。</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>签发密钥</translation>
    </message>
</context>
<context>
    <name>KeysView</name>
    <message>
        <source>What opens the station on this computer</source>
        <translation>这台电脑上能打开本站的口令和密钥</translation>
    </message>
    <message>
        <source>Renew the paper key…</source>
        <translation>更换恢复密钥…</translation>
    </message>
    <message>
        <source>A passphrase is never kept: what stands here is a lock that only it opens. Whoever leaves loses his, and the station gets another key.</source>
        <translation>口令本身从不保存：这里列出的是只有该口令才能打开的锁。人员离开时收回其口令，本站随即更换密钥。</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>overdue by {n} days</source>
        <translation>已超期 {n} 天</translation>
    </message>
    <message>
        <source>to be changed in {n} days</source>
        <translation>{n} 天内须更换</translation>
    </message>
</context>
<context>
    <name>KindBar</name>
    <message>
        <source>Which certificate</source>
        <translation>证明种类</translation>
    </message>
    <message>
        <source>Type part of its name or its pinyin, or press ↓</source>
        <translation>输入名称或拼音的一部分，或按 ↓ 键</translation>
    </message>
</context>
<context>
    <name>KindForm</name>
    <message>
        <source>Hand in for approval</source>
        <translation>报批</translation>
    </message>
    <message>
        <source>Hand in for approval (Ctrl+Enter)</source>
        <translation>报批（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换一个人</translation>
    </message>
    <message>
        <source>Leave this person (Esc)</source>
        <translation>离开此人（Esc）</translation>
    </message>
    <message>
        <source>{obstacle} {remedy}</source>
        <translation>{obstacle}{remedy}</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>To whom it is handed in</source>
        <translation>提交给</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>What stands on the paper</source>
        <translation>证明内容</translation>
    </message>
</context>
<context>
    <name>LackingCard</name>
    <message>
        <source>To be brought (one-time notice)</source>
        <translation>还需补充（一次性告知）</translation>
    </message>
    <message>
        <source>All papers are there</source>
        <translation>材料齐全</translation>
    </message>
    <message>
        <source>No papers needed</source>
        <translation>无需材料</translation>
    </message>
    <message>
        <source>original × {count}</source>
        <translation>原件 {count} 份</translation>
    </message>
    <message>
        <source>copy × {count}</source>
        <translation>复印件 {count} 份</translation>
    </message>
</context>
<context>
    <name>Leading</name>
    <message>
        <source>This household has no members.</source>
        <translation>该户没有成员。</translation>
    </message>
    <message>
        <source>Nobody lives at this address now.</source>
        <translation>目前没有人住在这个地址。</translation>
    </message>
</context>
<context>
    <name>LeftDrafts</name>
    <message>
        <source>You typed something that was not saved: {names}. Open the same form again, and it stands there.</source>
        <translation>有录入的内容还没有保存：{names}。再打开同一张表，内容就在里面。</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>What you typed before the program ended is gone then.</source>
        <translation>程序结束前录入的内容将不再保留。</translation>
    </message>
    <message>
        <source>Discard what was typed?</source>
        <translation>放弃录入的内容？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>LeftTasks</name>
    <message>
        <source>“{what}” was left without saving.</source>
        <translation>“{what}”未保存。</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>LikenessBanner</name>
    <message>
        <source>The same number: {person}</source>
        <translation>证件号码相同：{person}</translation>
    </message>
    <message>
        <source>In the register already: {person}</source>
        <translation>档案中可能已有：{person}</translation>
    </message>
    <message>
        <source>Open the existing one</source>
        <translation>打开已有档案</translation>
    </message>
    <message>
        <source>Somebody outside your grids has the same number. Ask the station.</source>
        <translation>此证件号码已由服务站登记，不在您负责的网格内，请联系服务站。</translation>
    </message>
</context>
<context>
    <name>LimitField</name>
    <message>
        <source>{title}: days</source>
        <translation>{title}：天数</translation>
    </message>
    <message>
        <source>None is set</source>
        <translation>未设定</translation>
    </message>
    <message>
        <source>While one waits</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Calendar days</source>
        <translation>自然日</translation>
    </message>
</context>
<context>
    <name>LineMenu</name>
    <message>
        <source>Copy as seen</source>
        <translation>复制所见</translation>
    </message>
    <message>
        <source>Export what is seen…</source>
        <translation>导出所见…</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>开证明</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>迁移…</translation>
    </message>
    <message>
        <source>Copied {count} lines, numbers masked</source>
        <translation>已复制 {count} 行，号码已隐去</translation>
    </message>
    <message>
        <source>More than {count} lines are an export: it says to whom and what for.</source>
        <translation>超过 {count} 行须按名单导出办理，写明给谁、做什么用。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>LinePopup</name>
    <message>
        <source>Type something first.</source>
        <translation>请先填写。</translation>
    </message>
</context>
<context>
    <name>LinesTree</name>
    <message>
        <source>Business lines</source>
        <translation>业务线</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>全部事项</translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message>
        <source>Grids and buildings</source>
        <translation>网格与楼栋</translation>
    </message>
    <message>
        <source>Bring in a roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>New resident</source>
        <translation>登记居民</translation>
    </message>
    <message>
        <source>There is nobody to export.</source>
        <translation>没有可导出的人。</translation>
    </message>
    <message>
        <source>1 person found</source>
        <translation>找到 1 人</translation>
    </message>
    <message>
        <source>{count} people found</source>
        <translation>找到 {count} 人</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 人</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ListForm</name>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ListTasks</name>
    <message>
        <source>Documents</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Corrected the documents of {name}</source>
        <translation>更正证件：{name}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Changed the tags of {name}</source>
        <translation>修改标签：{name}</translation>
    </message>
    <message>
        <source>Restricted tags</source>
        <translation>受限标签</translation>
    </message>
    <message>
        <source>Changed restricted tags</source>
        <translation>已修改受限标签</translation>
    </message>
</context>
<context>
    <name>ListsView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Bring a list in…</source>
        <translation>导入清单…</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Offices on slips</source>
        <translation>告知单上的单位</translation>
    </message>
    <message>
        <source>Bring a list in</source>
        <translation>导入清单</translation>
    </message>
    <message>
        <source>Lists (*.json)</source>
        <translation>清单 (*.json)</translation>
    </message>
    <message>
        <source>Brought in: {name}</source>
        <translation>已导入：{name}</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>{papers} papers, {work} kinds of work; {dropped} of others dropped.</source>
        <translation>证明 {papers} 项，工作事项 {work} 项；删去上级清单 {dropped} 项。</translation>
    </message>
    <message>
        <source>Nobody has compared it with the document yet.</source>
        <translation>还没有人与原文核对过。</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>The list is used here.</source>
        <translation>本站正在使用这份清单。</translation>
    </message>
    <message>
        <source>The list was left out here.</source>
        <translation>本站已停用这份清单。</translation>
    </message>
    <message>
        <source>The list is of another area, and is not used here.</source>
        <translation>这是其他地区的清单，本站不使用。</translation>
    </message>
    <message>
        <source>The time of the list is still to come: it is not used.</source>
        <translation>清单还没有生效，不使用。</translation>
    </message>
    <message>
        <source>The time of the list is over: it is not used.</source>
        <translation>清单已过有效期，不使用。</translation>
    </message>
    <message>
        <source>Used here: {name}</source>
        <translation>已启用：{name}</translation>
    </message>
    <message>
        <source>Left out: {name}</source>
        <translation>已停用：{name}</translation>
    </message>
    <message>
        <source>Taken out: {name}</source>
        <translation>已移除：{name}</translation>
    </message>
    <message>
        <source>as the lists call it</source>
        <translation>清单中的名称</translation>
    </message>
    <message>
        <source>Kept: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本站</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Other area</source>
        <translation>其他地区</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
</context>
<context>
    <name>LivingForm</name>
    <message>
        <source>Lives here</source>
        <translation>居住信息</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>居住起始日期</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>居住依据</translation>
    </message>
    <message>
        <source>What proves it, such as a contract&apos;s number</source>
        <translation>证明材料，例如合同编号</translation>
    </message>
    <message>
        <source>Lives at</source>
        <translation>现住地址</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已迁移</translation>
    </message>
</context>
<context>
    <name>MaskedLabel</name>
    <message>
        <source>Show for 30 seconds (logged)</source>
        <translation>显示 30 秒（会记录）</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Copy; cleared after 30 seconds (logged)</source>
        <translation>复制，30 秒后清除（留痕）</translation>
    </message>
</context>
<context>
    <name>MaterialList</name>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>复印件</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退还</translation>
    </message>
    <message>
        <source>only: {when}</source>
        <translation>仅限：{when}</translation>
    </message>
</context>
<context>
    <name>MaterialsField</name>
    <message>
        <source>All papers are there</source>
        <translation>材料齐全</translation>
    </message>
    <message>
        <source>All papers are there (F3)</source>
        <translation>材料齐全（F3）</translation>
    </message>
</context>
<context>
    <name>MatterPanel</name>
    <message>
        <source>Open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>评价内容</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>No bad rating is chosen</source>
        <translation>没有选中差评</translation>
    </message>
    <message>
        <source>Choose one in the list to see what comes next.</source>
        <translation>在列表中选一条，查看下一步。</translation>
    </message>
    <message>
        <source>A case that is gone</source>
        <translation>办件已不在</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day}前</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Rated on</source>
        <translation>评价日期</translation>
    </message>
    <message>
        <source>Spoken to</source>
        <translation>联系评价人</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>完成整改</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>评价等级</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>What was said when spoken to</source>
        <translation>联系情况</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>核实结果</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Spoken to…</source>
        <translation>已联系…</translation>
    </message>
    <message>
        <source>Whoever rated was spoken to</source>
        <translation>已联系评价人</translation>
    </message>
    <message>
        <source>It was right…</source>
        <translation>属实…</translation>
    </message>
    <message>
        <source>The rating was right</source>
        <translation>差评属实</translation>
    </message>
    <message>
        <source>Mistaken…</source>
        <translation>误评或恶意…</translation>
    </message>
    <message>
        <source>The rating was no true one</source>
        <translation>不是真实的差评</translation>
    </message>
    <message>
        <source>Put right…</source>
        <translation>已整改…</translation>
    </message>
    <message>
        <source>What was wrong is put right</source>
        <translation>整改完成</translation>
    </message>
    <message>
        <source>Called back…</source>
        <translation>已回访…</translation>
    </message>
    <message>
        <source>Whoever rated was called back</source>
        <translation>已回访评价人</translation>
    </message>
    <message>
        <source>Not put right…</source>
        <translation>重新整改…</translation>
    </message>
    <message>
        <source>It is put right once more</source>
        <translation>重新整改</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Why so</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What is still wrong</source>
        <translation>仍存在的问题</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>回访结果</translation>
    </message>
    <message>
        <source>{what}: {number}</source>
        <translation>{what}：{number}</translation>
    </message>
</context>
<context>
    <name>MattersView</name>
    <message>
        <source>Bad ratings</source>
        <translation>差评</translation>
    </message>
    <message>
        <source>Bad rating</source>
        <translation>差评</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Bad ratings: {count}</source>
        <translation>差评 {count} 条</translation>
    </message>
    <message>
        <source>All bad ratings are settled</source>
        <translation>差评都已办结</translation>
    </message>
    <message>
        <source>They stand under Done.</source>
        <translation>在“已办结”里查看。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有</translation>
    </message>
    <message>
        <source>Look in another part.</source>
        <translation>请看其他分类。</translation>
    </message>
    <message>
        <source>No bad rating</source>
        <translation>没有差评</translation>
    </message>
    <message>
        <source>When somebody is dissatisfied at the turned screen, it stands here.</source>
        <translation>群众在评价屏上选了不满意的，会列在这里。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>评价等级</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Save as workbook</source>
        <translation>另存为工作簿</translation>
    </message>
    <message>
        <source>No bad rating is in sight.</source>
        <translation>当前没有差评。</translation>
    </message>
</context>
<context>
    <name>MemberChoice</name>
    <message>
        <source>Whose certificates</source>
        <translation>领取名单</translation>
    </message>
    <message>
        <source>Find a name; Enter ticks it</source>
        <translation>查找姓名，回车勾选</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>查找姓名</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Whose certificates: {count} of {all} that lie at the window</source>
        <translation>领取名单：待领取 {all} 份，已选 {count} 份</translation>
    </message>
</context>
<context>
    <name>MemberForm</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>职业资格</translation>
    </message>
    <message>
        <source>Qualified until</source>
        <translation>资格有效期至</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Engaged until</source>
        <translation>聘期至</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>What is his part?</source>
        <translation>担任什么角色？</translation>
    </message>
    <message>
        <source>Where he works</source>
        <translation>工作范围</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Desks, one in each line</source>
        <translation>窗口（每行一个）</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Tick one role at least.</source>
        <translation>请至少勾选一个角色。</translation>
    </message>
    <message>
        <source>Somebody of this name works here already. Add a mark, as A.</source>
        <translation>已有同名工作人员，请加标记区分，如“A”。</translation>
    </message>
    <message>
        <source>At most {length} characters.</source>
        <translation>最多 {length} 个字。</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>Give a new passphrase</source>
        <translation>发放新口令</translation>
    </message>
    <message>
        <source>Take the passphrase away</source>
        <translation>收回口令</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Let go on</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Leaves…</source>
        <translation>离开本站…</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>重新加入</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>新工作人员</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Another administrator has to do this for you.</source>
        <translation>须由另一位管理员为您办理。</translation>
    </message>
    <message>
        <source>Change your own passphrase under Settings.</source>
        <translation>请在“设置”中修改自己的口令。</translation>
    </message>
    <message>
        <source>Nothing has been changed</source>
        <translation>没有改动</translation>
    </message>
</context>
<context>
    <name>MemberSection</name>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>In the register: {hints}</source>
        <translation>登记信息：{hints}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Tie to the applicant</source>
        <translation>与申请人的关系</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Lives along for long</source>
        <translation>长期共同居住</translation>
    </message>
    <message>
        <source>A grown-up child</source>
        <translation>成年子女</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>不在家的原因</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>就业</translation>
    </message>
    <message>
        <source>All income told (none, if none stands below)</source>
        <translation>收入已全部说明（下面没有就是没有）</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>残疾</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Serious illness, as recognised here</source>
        <translation>当地认定的重特大疾病</translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>Yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Type yuan, such as 1200 or 1200.50.</source>
        <translation>请输入金额（元），例如1200或者1200.50。</translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>Move</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Who moves</source>
        <translation>谁迁移</translation>
    </message>
    <message>
        <source>Within the community</source>
        <translation>社区内迁移</translation>
    </message>
    <message>
        <source>Out of the community</source>
        <translation>迁出本社区</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>迁往何处</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Moved to (as far as known)</source>
        <translation>迁往（已知时填写）</translation>
    </message>
    <message>
        <source>On</source>
        <translation>迁移日期</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>居住依据</translation>
    </message>
</context>
<context>
    <name>MoveTasks</name>
    <message>
        <source>Move</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Moved {names}</source>
        <translation>迁移：{names}</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等另外 {count} 人</translation>
    </message>
    <message>
        <source>Nobody moves yet: tick at least one person.</source>
        <translation>还没有选人，请至少勾选一人。</translation>
    </message>
    <message>
        <source>Type where to.</source>
        <translation>请填写迁往哪里。</translation>
    </message>
    <message>
        <source>{move} {household}</source>
        <translation>{move}{household}</translation>
    </message>
    <message>
        <source>{who} will live at {address} from {day}.</source>
        <translation>{who}自 {day} 起居住在{address}。</translation>
    </message>
    <message>
        <source>{who} will have left the community on {day}, for {to}.</source>
        <translation>{who}于 {day} 迁出本社区，迁往{to}。</translation>
    </message>
    <message>
        <source>{who} will have left the community on {day}.</source>
        <translation>{who}于 {day} 迁出本社区。</translation>
    </message>
    <message>
        <source>The former address is kept.</source>
        <translation>原地址予以保留。</translation>
    </message>
    <message>
        <source>The whole household goes along. The former addresses are kept.</source>
        <translation>全户一起迁移，原地址予以保留。</translation>
    </message>
    <message>
        <source>They stay in their household. The former addresses are kept.</source>
        <translation>仍属原户，原地址予以保留。</translation>
    </message>
</context>
<context>
    <name>NewCaseView</name>
    <message>
        <source>Only receive</source>
        <translation>只收件</translation>
    </message>
    <message>
        <source>Keep as enquiry</source>
        <translation>存为咨询</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新办件</translation>
    </message>
    <message>
        <source>Correct: {name}</source>
        <translation>更正：{name}</translation>
    </message>
    <message>
        <source>For something else another case is begun.</source>
        <translation>办别的事项请另开办件。</translation>
    </message>
    <message>
        <source>Accepted: {who}, {item}</source>
        <translation>已受理：{who}，{item}</translation>
    </message>
    <message>
        <source>Received, told what lacks: {who}, {item}</source>
        <translation>已收件并一次性告知：{who}，{item}</translation>
    </message>
    <message>
        <source>Received: {who}, {item}</source>
        <translation>已收件：{who}，{item}</translation>
    </message>
    <message>
        <source>Kept as an enquiry: {who}, {item}</source>
        <translation>已存为咨询：{who}，{item}</translation>
    </message>
    <message>
        <source>Corrected: {name}</source>
        <translation>已更正：{name}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Receive, tell what lacks</source>
        <translation>收件并一次性告知</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>All papers are there</source>
        <translation>材料齐全</translation>
    </message>
    <message>
        <source>Take the case in</source>
        <translation>提交办件</translation>
    </message>
    <message>
        <source>Tick a material</source>
        <translation>勾选材料</translation>
    </message>
    <message>
        <source>The receipt is ready ({keys}).</source>
        <translation>收件回执已备好（{keys}）。</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收件回执</translation>
    </message>
</context>
<context>
    <name>NewOrderView</name>
    <message>
        <source>New order</source>
        <translation>登记工单</translation>
    </message>
    <message>
        <source>Enter the order</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Correct: {name}</source>
        <translation>更正：{name}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Order entered: {number}</source>
        <translation>已登记工单：{number}</translation>
    </message>
    <message>
        <source>Corrected: {name}</source>
        <translation>已更正：{name}</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>A passphrase of your own</source>
        <translation>您自己的口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输入一次</translation>
    </message>
</context>
<context>
    <name>NewPersonForm</name>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>身份信息</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Where he or she lives</source>
        <translation>居住信息</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>居住起始日期</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>居住依据</translation>
    </message>
    <message>
        <source>Household registration (hukou)</source>
        <translation>户籍</translation>
    </message>
    <message>
        <source>In this community</source>
        <translation>本社区</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他地方</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>户籍所在地</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>户口类型</translation>
    </message>
    <message>
        <source>Address in the booklet</source>
        <translation>户口簿地址</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭户</translation>
    </message>
</context>
<context>
    <name>NoCases</name>
    <message>
        <source>New case</source>
        <translation>新办件</translation>
    </message>
    <message>
        <source>Show all open cases</source>
        <translation>显示全部在办</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try fewer words, or take filters away.</source>
        <translation>请少用几个词，或去掉筛选。</translation>
    </message>
    <message>
        <source>Nobody has come yet</source>
        <translation>还没有办件</translation>
    </message>
    <message>
        <source>When somebody comes with something to be done, press F2 and type the name.</source>
        <translation>有人来办事时，按 F2 并输入姓名。</translation>
    </message>
    <message>
        <source>Nothing lies with you</source>
        <translation>您手上没有在办件</translation>
    </message>
    <message>
        <source>New cases come with F2; those of colleagues stand under Open.</source>
        <translation>按 F2 新办；同事的办件在“在办”中。</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>没有逾期的办件</translation>
    </message>
    <message>
        <source>Everybody has been told</source>
        <translation>都已通知</translation>
    </message>
    <message>
        <source>No case here</source>
        <translation>此处没有办件</translation>
    </message>
    <message>
        <source>Look in another part.</source>
        <translation>请看其他分类。</translation>
    </message>
</context>
<context>
    <name>NoCertificates</name>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try fewer words, or all states.</source>
        <translation>请减少查找内容，或改为全部状态。</translation>
    </message>
    <message>
        <source>No certificate has been issued yet</source>
        <translation>还没有开具过证明</translation>
    </message>
    <message>
        <source>Each one that is issued stands here, with its paper.</source>
        <translation>开具的证明都登记在这里，并附存档。</translation>
    </message>
    <message>
        <source>Nothing to renew</source>
        <translation>没有要续开的</translation>
    </message>
    <message>
        <source>Whoever has a later one of the kind is not told again.</source>
        <translation>已有同种较新证明的人不再提示。</translation>
    </message>
    <message>
        <source>This number was mistyped</source>
        <translation>编号有误</translation>
    </message>
    <message>
        <source>Its check digit does not agree: one of the digits is wrong or out of place. Compare it with the paper, or ask for it once more.</source>
        <translation>校验位不符：有一位数字错了，或相邻两位颠倒。请与纸面核对，或请对方再报一遍。</translation>
    </message>
    <message>
        <source>No such certificate here</source>
        <translation>本机没有这份证明</translation>
    </message>
    <message>
        <source>The check digit agrees. Another device may have issued it, whose file has not arrived yet; else ask to see the paper.</source>
        <translation>校验位相符。可能由其他设备开具，数据包尚未收到；否则请对方出示原件。</translation>
    </message>
</context>
<context>
    <name>NoExports</name>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try fewer words, or more days.</source>
        <translation>请减少查找内容，或放宽日期。</translation>
    </message>
    <message>
        <source>No list has been given out yet</source>
        <translation>还没有导出过名单</translation>
    </message>
    <message>
        <source>Each export stands here: who, to whom, what for. Nothing is deleted.</source>
        <translation>每次导出都登记在这里：谁导出、给谁、做什么用。登记不会删除。</translation>
    </message>
</context>
<context>
    <name>NoOrders</name>
    <message>
        <source>New order</source>
        <translation>登记工单</translation>
    </message>
    <message>
        <source>Show all open orders</source>
        <translation>查看全部在办工单</translation>
    </message>
    <message>
        <source>No order has come yet</source>
        <translation>还没有工单</translation>
    </message>
    <message>
        <source>Press Ctrl+N when 12345 or others send one.</source>
        <translation>收到12345等来件时，按 Ctrl+N 登记。</translation>
    </message>
</context>
<context>
    <name>NoRequests</name>
    <message>
        <source>New request</source>
        <translation>新请求</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try fewer words, or all requests.</source>
        <translation>请减少查找的字词，或者查看全部请求。</translation>
    </message>
    <message>
        <source>Nobody has asked yet</source>
        <translation>还没有人提出请求</translation>
    </message>
    <message>
        <source>Who asks about his own data is entered here, with the day the answer is due.</source>
        <translation>查询、更正或者删除本人信息的请求登记在这里，并注明答复期限。</translation>
    </message>
</context>
<context>
    <name>NobodyHere</name>
    <message>
        <source>Bring in a roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>New resident</source>
        <translation>登记居民</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Nobody is in the bin</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Nobody fits these filters</source>
        <translation>没有符合条件的居民</translation>
    </message>
    <message>
        <source>Take a filter away to see more people.</source>
        <translation>去掉一个筛选条件试试。</translation>
    </message>
    <message>
        <source>Nobody is in the register yet</source>
        <translation>居民档案还是空的</translation>
    </message>
    <message>
        <source>Bring in the roster you keep in a spreadsheet, in whatever layout it is, or register the first resident.</source>
        <translation>可以导入现有的花名册，格式不限；也可以直接登记居民。</translation>
    </message>
</context>
<context>
    <name>NotOursCard</name>
    <message>
        <source>Not ours to issue</source>
        <translation>不应出具</translation>
    </message>
    <message>
        <source>Slips this year: {count}</source>
        <translation>今年已开告知单：{count} 份</translation>
    </message>
    <message>
        <source>Slip for the resident</source>
        <translation>给居民开告知单</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NoticeForm</name>
    <message>
        <source>How the notice was given</source>
        <translation>告知方式</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Who gave it</source>
        <translation>告知人</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>NoticeView</name>
    <message>
        <source>Addressed to</source>
        <translation>写给</translation>
    </message>
    <message>
        <source>Left empty: anybody</source>
        <translation>留空则不写姓名</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>告知书</translation>
    </message>
    <message>
        <source>It is being drawn.</source>
        <translation>正在生成。</translation>
    </message>
    <message>
        <source>Edition {edition}</source>
        <translation>版本 {edition}</translation>
    </message>
    <message>
        <source>Print it, hand it over, have it signed. Then note in the person&apos;s file that it was given.</source>
        <translation>打印后当面交付并请对方签名，然后在本人档案中登记已告知。</translation>
    </message>
</context>
<context>
    <name>NumberColumns</name>
    <message>
        <source>Series</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>编号单位</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>unknown device, segment {segment}</source>
        <translation>未知设备，号段 {segment}</translation>
    </message>
    <message>
        <source>{count} of them are void: they keep their numbers.</source>
        <translation>其中 {count} 份作废，编号保留。</translation>
    </message>
    <message>
        <source>Another device gave them; its file has not been taken in. Exchange with it.</source>
        <translation>由其他设备编号，数据包还没有接收。请与它交换。</translation>
    </message>
    <message>
        <source>This computer gave them, and nothing takes a number away. Verify the audit.</source>
        <translation>由本机编号，程序不会去掉编号。请校验审计。</translation>
    </message>
    <message>
        <source>Given twice: look both up in the register and make one void.</source>
        <translation>编号重复：请在登记簿中查看两份，作废一份。</translation>
    </message>
    <message>
        <source>Another device may have given more since its last file was taken in.</source>
        <translation>上次接收数据包以后，其他设备可能又编了号。</translation>
    </message>
    <message>
        <source>What was given after the backup that was restored; it may be on paper.</source>
        <translation>恢复的备份之后可能还编过号，也许已印在纸上。</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已编号</translation>
    </message>
    <message>
        <source>Not arrived</source>
        <translation>未收到</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Perhaps more</source>
        <translation>可能还有</translation>
    </message>
    <message>
        <source>Perhaps given</source>
        <translation>可能已编号</translation>
    </message>
</context>
<context>
    <name>NumbersView</name>
    <message>
        <source>Back to the register</source>
        <translation>返回登记簿</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺号</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>全部编号</translation>
    </message>
    <message>
        <source>Which numbers</source>
        <translation>哪些编号</translation>
    </message>
    <message>
        <source>Save as a list</source>
        <translation>导出名单</translation>
    </message>
    <message>
        <source>Numbers of certificates</source>
        <translation>证明编号</translation>
    </message>
    <message>
        <source>No number has been given yet.</source>
        <translation>还没有编过号。</translation>
    </message>
    <message>
        <source>Numbers given: {given}, missing: {missing}</source>
        <translation>已编号 {given}，缺号 {missing}</translation>
    </message>
    <message>
        <source>No number is missing</source>
        <translation>没有缺号</translation>
    </message>
    <message>
        <source>Each one that was given is here, void ones too.</source>
        <translation>编过的号都在，作废的也在。</translation>
    </message>
    <message>
        <source>No number has been given yet</source>
        <translation>还没有编过号</translation>
    </message>
    <message>
        <source>A certificate gets its number when it is approved.</source>
        <translation>证明批准后才有编号。</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>Text table</source>
        <translation>文本表格</translation>
    </message>
    <message>
        <source>Save the report of numbers</source>
        <translation>导出编号核对表</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>ObstaclePane</name>
    <message>
        <source>Open the file</source>
        <translation>打开档案</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换一个人</translation>
    </message>
    <message>
        <source>Record that they moved back</source>
        <translation>登记迁回</translation>
    </message>
    <message>
        <source>Record that they live here</source>
        <translation>登记在本社区居住</translation>
    </message>
    <message>
        <source>Enter the address</source>
        <translation>填写地址</translation>
    </message>
    <message>
        <source>{obstacle} {remedy}</source>
        <translation>{obstacle}{remedy}</translation>
    </message>
    <message>
        <source>Verification of {name} recorded</source>
        <translation>登记核实：{name}</translation>
    </message>
</context>
<context>
    <name>ObstacleWords</name>
    <message>
        <source>This person has died. A certificate is not issued.</source>
        <translation>此人已死亡，不能开具证明。</translation>
    </message>
    <message>
        <source>This person has moved out of the community.</source>
        <translation>此人已迁出本社区。</translation>
    </message>
    <message>
        <source>This person is registered here but lives somewhere else.</source>
        <translation>此人户籍在本社区，但不在本社区居住。</translation>
    </message>
    <message>
        <source>No present address is kept for this person.</source>
        <translation>档案中没有此人的现住地址。</translation>
    </message>
    <message>
        <source>Nobody has verified yet that this person lives here.</source>
        <translation>还没有核实过此人在本社区居住。</translation>
    </message>
    <message>
        <source>The facts were last verified more than {days} days ago.</source>
        <translation>上次核实已超过 {days} 天。</translation>
    </message>
    <message>
        <source>The community where they live now can certify it. If they live here after all, record the move in their file, then come back.</source>
        <translation>应由现住地的社区出具。如果确实住在本社区，请先在档案中登记迁移，再来开具。</translation>
    </message>
    <message>
        <source>Record how you made sure of it; the certificate can then be issued.</source>
        <translation>登记核实情况后，即可开具证明。</translation>
    </message>
    <message>
        <source>If the note of death is wrong, correct it in the file.</source>
        <translation>如果死亡登记有误，请到档案中更正。</translation>
    </message>
    <message>
        <source>Enter the address in their file, then come back.</source>
        <translation>请先在档案中填写地址，再来开具。</translation>
    </message>
    <message>
        <source>Name and number do not belong to one person here. Compare the card again.</source>
        <translation>姓名与证件号码对不上同一个人，请再核对证件。</translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message>
        <source>Keep the office</source>
        <translation>保存单位</translation>
    </message>
    <message>
        <source>Name here</source>
        <translation>本地名称</translation>
    </message>
    <message>
        <source>As on its door</source>
        <translation>按门牌填写</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Too long: at most {most} characters.</source>
        <translation>太长：最多 {most} 个字。</translation>
    </message>
</context>
<context>
    <name>OfficersCard</name>
    <message>
        <source>Restricted tags</source>
        <translation>受限标签</translation>
    </message>
    <message>
        <source>Off until somebody is named. Only those named see such a tag; lists, searches, exports and laptops never hold it.</source>
        <translation>未指定专责人员时不启用。只有专责人员能看到此类标签；名单、查找、导出和笔记本电脑中都不会出现。</translation>
    </message>
    <message>
        <source>Reading who is named…</source>
        <translation>正在读取专责人员…</translation>
    </message>
    <message>
        <source>Not yours to see</source>
        <translation>您无权查看</translation>
    </message>
    <message>
        <source>Nobody: off</source>
        <translation>未指定（停用）</translation>
    </message>
    <message>
        <source>Officers of a restricted tag named</source>
        <translation>已指定受限标签专责人员</translation>
    </message>
</context>
<context>
    <name>OpenStation</name>
    <message>
        <source>Save or leave what you have begun in {rooms}; the language follows.</source>
        <translation>{rooms}中还有没办完的内容，保存或放弃后再切换语言。</translation>
    </message>
    <message>
        <source>Save or leave first what you have begun in {rooms}.</source>
        <translation>请先保存或放弃未完成的内容：{rooms}。</translation>
    </message>
    <message>
        <source>Lists given out</source>
        <translation>名单导出</translation>
    </message>
    <message>
        <source>Restricted tags</source>
        <translation>受限标签</translation>
    </message>
    <message>
        <source>Your passphrase is to be changed within {n} days.</source>
        <translation>您的口令须在 {n} 天内更换。</translation>
    </message>
    <message>
        <source>Your passphrase is older than the station&apos;s rules allow.</source>
        <translation>您的口令已超过本站规定的期限。</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
</context>
<context>
    <name>OrderCard</name>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>It was given more time already.</source>
        <translation>已经延过期。</translation>
    </message>
    <message>
        <source>It is overdue, stopped or not accepted yet.</source>
        <translation>已逾期、已停表或者还没有受理。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Received there</source>
        <translation>来件时间</translation>
    </message>
    <message>
        <source>About</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Answered: {number}</source>
        <translation>已答复：{number}</translation>
    </message>
    <message>
        <source>Call back…</source>
        <translation>回访…</translation>
    </message>
    <message>
        <source>Called back: {number}</source>
        <translation>已回访：{number}</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>退回来件单位…</translation>
    </message>
    <message>
        <source>Sent back: {number}</source>
        <translation>已退回：{number}</translation>
    </message>
    <message>
        <source>More time…</source>
        <translation>延期…</translation>
    </message>
    <message>
        <source>Given more time: {number}</source>
        <translation>已延期：{number}</translation>
    </message>
    <message>
        <source>The other case is not yours to see.</source>
        <translation>另一件您无权查看。</translation>
    </message>
    <message>
        <source>It is worked on instead of this one.</source>
        <translation>以该件为准，本件不再办理。</translation>
    </message>
    <message>
        <source>Double of</source>
        <translation>重复于</translation>
    </message>
    <message>
        <source>This one is worked on instead of it.</source>
        <translation>以本件为准，该件不再办理。</translation>
    </message>
    <message>
        <source>Its double</source>
        <translation>重复件</translation>
    </message>
    <message>
        <source>Another device entered the same number. Settle which one is worked on.</source>
        <translation>另一台设备登记了同一编号。请确定以哪一件为准。</translation>
    </message>
    <message>
        <source>Entered twice</source>
        <translation>重复登记</translation>
    </message>
    <message>
        <source>A double…</source>
        <translation>并为重复件…</translation>
    </message>
    <message>
        <source>Settled as a double: {number}</source>
        <translation>已并为重复件：{number}</translation>
    </message>
</context>
<context>
    <name>OrderColumns</name>
    <message>
        <source>Source&apos;s number</source>
        <translation>来件编号</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>诉求人</translation>
    </message>
</context>
<context>
    <name>OrderExport</name>
    <message>
        <source>{count} orders, as the filters leave them</source>
        <translation>按当前筛选共 {count} 件工单</translation>
    </message>
    <message>
        <source>Exported {count} orders to {name}, number {number}</source>
        <translation>已导出{count}件工单到{name}，编号{number}</translation>
    </message>
    <message>
        <source>Source&apos;s number</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Kind of problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>办理期限</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>Satisfied at the call-back</source>
        <translation>回访满意度</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Enter the order</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Its number there</source>
        <translation>来件编号</translation>
    </message>
    <message>
        <source>Received there</source>
        <translation>来件时间</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Kind of problem</source>
        <translation>问题分类</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Type it, or paste it whole (Ctrl+V)</source>
        <translation>键入，或整段粘贴（Ctrl+V）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>诉求人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>The caller stays unknown</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Left empty, it is yours.</source>
        <translation>不填就由您经办。</translation>
    </message>
    <message>
        <source>Left empty: {day}, by the rule.</source>
        <translation>不填按规定为 {day}。</translation>
    </message>
    <message>
        <source>Left empty, it is due as its law says.</source>
        <translation>不填按法定期限。</translation>
    </message>
    <message>
        <source>Read from what was pasted; compare the fields.</source>
        <translation>已从粘贴内容读出，请核对各栏。</translation>
    </message>
</context>
<context>
    <name>OrderQuestions</name>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>The answer that goes to the caller</source>
        <translation>给诉求人的答复</translation>
    </message>
    <message>
        <source>Answer and close</source>
        <translation>答复并办结</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps it. The answer can be printed afterwards.</source>
        <translation>按 Ctrl+Enter 保存，之后可打印答复书。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>延至</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Several offices have to agree</source>
        <translation>需多部门协同</translation>
    </message>
    <message>
        <source>To be checked there</source>
        <translation>需现场核实</translation>
    </message>
    <message>
        <source>The order is given more time, once</source>
        <translation>工单延期（只能一次）</translation>
    </message>
    <message>
        <source>Give more time</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>The order goes back to its source as misdirected</source>
        <translation>不属本站职责，退回来件单位</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Called on</source>
        <translation>回访日期</translation>
    </message>
    <message>
        <source>What came of calling back</source>
        <translation>回访情况</translation>
    </message>
    <message>
        <source>Note the call-back</source>
        <translation>记录回访</translation>
    </message>
    <message>
        <source>Reached?</source>
        <translation>是否接通</translation>
    </message>
    <message>
        <source>Solved?</source>
        <translation>是否解决</translation>
    </message>
    <message>
        <source>Satisfied?</source>
        <translation>是否满意</translation>
    </message>
    <message>
        <source>Which one is worked on?</source>
        <translation>以哪一件为准？</translation>
    </message>
    <message>
        <source>This order was entered twice, and this one is the double</source>
        <translation>该工单登记了两次，本件为重复件</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>并为重复件</translation>
    </message>
    <message>
        <source>It is withdrawn if it is still open, and says which case is worked on instead.</source>
        <translation>本件尚未办结的即撤回，并注明以哪一件为准。</translation>
    </message>
</context>
<context>
    <name>OrderQueue</name>
    <message>
        <source>New order</source>
        <translation>登记工单</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The orders in sight as a workbook (Ctrl+Shift+X)</source>
        <translation>将当前工单导出为工作簿（Ctrl+Shift+X）</translation>
    </message>
    <message>
        <source>The orders in sight as a workbook</source>
        <translation>将当前工单导出为工作簿</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>No order is in sight.</source>
        <translation>当前没有工单。</translation>
    </message>
    <message>
        <source>Number, caller or problem</source>
        <translation>编号、诉求人或问题</translation>
    </message>
</context>
<context>
    <name>OrdersView</name>
    <message>
        <source>Left without saving. Ctrl+N brings it back.</source>
        <translation>没有保存就离开了，按 Ctrl+N 可继续填写。</translation>
    </message>
</context>
<context>
    <name>OursCard</name>
    <message>
        <source>We issue this</source>
        <translation>可以开具</translation>
    </message>
    <message>
        <source>Ours to issue</source>
        <translation>可以出具</translation>
    </message>
    <message>
        <source>Issue it</source>
        <translation>去开具</translation>
    </message>
    <message>
        <source>This program does not draw it yet: write it on the station&apos;s own paper.</source>
        <translation>本程序暂不能打印这种证明，请用本单位的纸质格式填写。</translation>
    </message>
    <message>
        <source>To be made sure of first: {what}</source>
        <translation>出具前须核实：{what}</translation>
    </message>
</context>
<context>
    <name>OwnDataView</name>
    <message>
        <source>About whom</source>
        <translation>关于谁</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Identity checked</source>
        <translation>身份核对</translation>
    </message>
    <message>
        <source>Numbers in full</source>
        <translation>完整列示号码</translation>
    </message>
    <message>
        <source>Only after the identity was checked; it is noted.</source>
        <translation>须先核对身份，并记入审计。</translation>
    </message>
    <message>
        <source>Make the paper</source>
        <translation>生成查询结果</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>What is held about somebody</source>
        <translation>本人信息查询</translation>
    </message>
    <message>
        <source>Choose the person, say what for, then make the paper.</source>
        <translation>选择人员，填写用途，然后生成。</translation>
    </message>
    <message>
        <source>Saved {name} as {number}</source>
        <translation>已保存 {name}，编号 {number}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿（*.xlsx）</translation>
    </message>
    <message>
        <source>Data for another office (*.json)</source>
        <translation>供其他单位接收的数据（*.json）</translation>
    </message>
    <message>
        <source>own-data.xlsx</source>
        <translation>本人信息.xlsx</translation>
    </message>
    <message>
        <source>Type a name or the end of a number, then choose.</source>
        <translation>请输入姓名或者号码末几位，再选择。</translation>
    </message>
    <message>
        <source>What is held about me</source>
        <translation>本人信息查询</translation>
    </message>
    <message>
        <source>Everything that is kept, whom it went to, who has looked.</source>
        <translation>列出保存的全部信息、提供给谁、谁查看过。</translation>
    </message>
</context>
<context>
    <name>OwnPanel</name>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>It belongs to a station</source>
        <translation>归属服务站</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Write the request…</source>
        <translation>写出申请…</translation>
    </message>
    <message>
        <source>Read the permission…</source>
        <translation>读取许可…</translation>
    </message>
    <message>
        <source>Wipe this copy…</source>
        <translation>清除本机副本…</translation>
    </message>
    <message>
        <source>{kind} · holds: {scope}</source>
        <translation>{kind} · 保存范围：{scope}</translation>
    </message>
    <message>
        <source>This computer is called {name}</source>
        <translation>本机已改名为 {name}</translation>
    </message>
    <message>
        <source>Write the request</source>
        <translation>写出申请</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请文件</translation>
    </message>
    <message>
        <source>{file} is written. Read it on the station&apos;s computer, compare these digits there, and bring the permission back.</source>
        <translation>{file} 已写出。在服务站电脑上读取，核对上面的数字，再把许可带回来。</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>许可文件</translation>
    </message>
    <message>
        <source>Read the permission</source>
        <translation>读取许可</translation>
    </message>
    <message>
        <source>This computer belongs to {station}. Exchange now to get its records.</source>
        <translation>本机已归属 {station}。请立即交换以取得档案。</translation>
    </message>
    <message>
        <source>Wipe this copy?</source>
        <translation>清除本机副本？</translation>
    </message>
    <message>
        <source>All records leave this computer, backups and drafts with them. The station keeps its own.</source>
        <translation>本机的全部档案连同备份和草稿都会清除，服务站的不受影响。</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>{records} records have left this computer.</source>
        <translation>已从本机清除 {records} 条记录。</translation>
    </message>
    <message>
        <source>Lose what has not arrived?</source>
        <translation>放弃尚未送达的内容？</translation>
    </message>
    <message>
        <source>Wipe all the same</source>
        <translation>仍然清除</translation>
    </message>
    <message>
        <source>Give the computer a name of at most 60 characters.</source>
        <translation>请填写名称，最多 60 个字。</translation>
    </message>
    <message>
        <source>Nothing has been changed</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>A new laptop or desk asks its station by a file on a stick, and gets a permission back the same way. Neither holds a secret.</source>
        <translation>新的笔记本或窗口电脑用 U 盘上的文件向服务站申请，许可也这样带回。两个文件都不含秘密。</translation>
    </message>
</context>
<context>
    <name>OwnPassphraseForm</name>
    <message>
        <source>Welcome, {name}. The passphrase you were given is for this once. Choose one that nobody else knows.</source>
        <translation>{name}，欢迎。发给您的口令只用这一次，请设一个只有您自己知道的口令。</translation>
    </message>
    <message>
        <source>{name}, choose a new passphrase that nobody else knows.</source>
        <translation>{name}，请设置只有您本人知道的新口令。</translation>
    </message>
</context>
<context>
    <name>PageKeys</name>
    <message>
        <source>Residents</source>
        <translation>居民档案</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>关闭档案</translation>
    </message>
    <message>
        <source>Put the person shown into the bin</source>
        <translation>把当前居民移入回收站</translation>
    </message>
    <message>
        <source>New resident</source>
        <translation>登记居民</translation>
    </message>
    <message>
        <source>Open the file of the line</source>
        <translation>打开选中居民的档案</translation>
    </message>
    <message>
        <source>Copy the lines as seen</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Correct the particulars</source>
        <translation>更正基本信息</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Record a verification</source>
        <translation>登记核实</translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>Issue a certificate</source>
        <translation>开具证明</translation>
    </message>
    <message>
        <source>Back to the former person</source>
        <translation>回到上一个人</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除全部筛选</translation>
    </message>
    <message>
        <source>Begin a case at the window</source>
        <translation>在窗口办事</translation>
    </message>
</context>
<context>
    <name>PaperCards</name>
    <message>
        <source>Documents</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Correct the documents…</source>
        <translation>更正证件…</translation>
    </message>
    <message>
        <source>long-term</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>签发机关</translation>
    </message>
    <message>
        <source>No document is known. Add the first one with the pencil.</source>
        <translation>没有证件信息。点铅笔图标添加。</translation>
    </message>
    <message>
        <source>Certificates issued</source>
        <translation>已开具的证明</translation>
    </message>
    <message>
        <source>Issue a certificate…</source>
        <translation>开具证明…</translation>
    </message>
    <message>
        <source>void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加材料…</translation>
    </message>
    <message>
        <source>Add scans or photographs: PDF, PNG or JPEG up to 10 MB.</source>
        <translation>可添加扫描件或照片：PDF、PNG、JPEG，不超过 10 MB。</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>移入回收站</translation>
    </message>
</context>
<context>
    <name>PaperKeyForm</name>
    <message>
        <source>Paper key: nine groups of four</source>
        <translation>恢复密钥：九组，每组四位</translation>
    </message>
    <message>
        <source>Type the paper key first</source>
        <translation>请先输入恢复密钥</translation>
    </message>
    <message>
        <source>This paper key belongs to another station.</source>
        <translation>这不是本资料库的恢复密钥。</translation>
    </message>
    <message>
        <source>Type what stands on the paper.</source>
        <translation>请照纸上的内容输入。</translation>
    </message>
</context>
<context>
    <name>PaperKeyPanel</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>From the paper: type group number {n}</source>
        <translation>对照纸上内容，输入第 {n} 组</translation>
    </message>
    <message>
        <source>Type group number {n} from the paper</source>
        <translation>请输入纸上的第 {n} 组</translation>
    </message>
</context>
<context>
    <name>PaperKeyRenewal</name>
    <message>
        <source>Make a new paper key</source>
        <translation>生成新的恢复密钥</translation>
    </message>
    <message>
        <source>Making the key…</source>
        <translation>正在生成密钥…</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>As wide as there is room (0)</source>
        <translation>适合宽度（0）</translation>
    </message>
    <message>
        <source>Whole page (9)</source>
        <translation>整页（9）</translation>
    </message>
    <message>
        <source>Fields only</source>
        <translation>套打</translation>
    </message>
    <message>
        <source>For forms printed before, as the printer is set right (Ctrl+Shift+F)</source>
        <translation>用于预先印好的纸：只打印填写的内容，按打印机的校准值（Ctrl+Shift+F）</translation>
    </message>
</context>
<context>
    <name>PaperStep</name>
    <message>
        <source>Paper key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, only this key opens the station. It is shown this once: print it, and lock the paper away, not beside the computer.</source>
        <translation>忘记口令时，只有这个密钥能打开资料库。它只显示这一次：请打印出来锁好，不要放在电脑旁边。</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>开始使用</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Preview of the paper</source>
        <translation>纸面预览</translation>
    </message>
</context>
<context>
    <name>PapersMenu</name>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>There are papers once the case is received or accepted.</source>
        <translation>收件或受理后才有文书。</translation>
    </message>
</context>
<context>
    <name>ParticularsForm</name>
    <message>
        <source>Who it is</source>
        <translation>身份信息</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Pinyin, if it is read unusually</source>
        <translation>姓名拼音（读音特殊时填写）</translation>
    </message>
    <message>
        <source>Circumstances</source>
        <translation>个人情况</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>文化程度</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Political status</source>
        <translation>政治面貌</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Place of work or school</source>
        <translation>工作单位或学校</translation>
    </message>
    <message>
        <source>Contact and remarks</source>
        <translation>联系方式与备注</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Other phones</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>单位信息</translation>
    </message>
    <message>
        <source>Name of the station</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>Statistical code (12 digits)</source>
        <translation>统计用区划代码（12 位）</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>签字人员</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Keeper of the seal</source>
        <translation>监印人</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Station word of numbers</source>
        <translation>证明编号的字头</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>A certificate holds</source>
        <translation>证明有效期</translation>
    </message>
    <message>
        <source>Lock by itself after</source>
        <translation>无操作自动锁定</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Please enter a name: it stands on every paper.</source>
        <translation>请填写单位名称，每份证明上都要用。</translation>
    </message>
    <message>
        <source>From {least} to {most}, please.</source>
        <translation>请填 {least} 到 {most} 之间的数。</translation>
    </message>
    <message>
        <source>Digits and letters only, at most {most}; the statistical code has 12 digits.</source>
        <translation>只能填数字和字母，最多 {most} 位；统计用区划代码为 12 位。</translation>
    </message>
    <message>
        <source>A verification holds</source>
        <translation>核实结果有效期</translation>
    </message>
    <message>
        <source>Kept by law and not used any more.</source>
        <translation>依法保存，已停止使用。</translation>
    </message>
    <message>
        <source>Lock and lists</source>
        <translation>锁定与名单</translation>
    </message>
    <message>
        <source>A second person agrees to lists of more than</source>
        <translation>须双人复核的名单人数超过</translation>
    </message>
    <message>
        <source> people</source>
        <translation> 人</translation>
    </message>
    <message>
        <source>Telephone for complaints</source>
        <translation>监督电话</translation>
    </message>
</context>
<context>
    <name>ParticularsPane</name>
    <message>
        <source>Settings changed</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>The settings were left as they were.</source>
        <translation>设置未作改动。</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>PassphraseChange</name>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>修改口令</translation>
    </message>
    <message>
        <source>The new passphrase does not meet the rules</source>
        <translation>新口令不符合要求</translation>
    </message>
    <message>
        <source>Type the present passphrase</source>
        <translation>请输入现用口令</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>正在修改…</translation>
    </message>
    <message>
        <source>The passphrase has been changed.</source>
        <translation>口令已修改。</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Passphrase forgotten?</source>
        <translation>忘记口令？使用恢复密钥</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name, pinyin or initials</source>
        <translation>姓名、拼音或首字母</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>请选择您的姓名。</translation>
    </message>
</context>
<context>
    <name>PassphraseRules</name>
    <message>
        <source>At least {n} characters</source>
        <translation>至少 {n} 个字符</translation>
    </message>
    <message>
        <source>Typed twice the same</source>
        <translation>两次输入一致</translation>
    </message>
    <message>
        <source>{n} kinds of sign (A–Z, a–z, 0–9, others), or {long} characters</source>
        <translation>大写、小写、数字、符号占 {n} 种，或满 {long} 位</translation>
    </message>
</context>
<context>
    <name>PassphraseStep</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Everything in the station is encrypted with it. A sentence that you can remember is better than a short word with signs.</source>
        <translation>全部资料都用口令加密。一句好记的长句，比一串难记的短符号更安全。</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>The rules are not all met yet</source>
        <translation>还没有满足全部要求</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>完成设置</translation>
    </message>
</context>
<context>
    <name>PastFiles</name>
    <message>
        <source>Files so far</source>
        <translation>已有文件</translation>
    </message>
    <message>
        <source>For {device}, {number}</source>
        <translation>发给 {device} 第 {number} 号</translation>
    </message>
    <message>
        <source>From {device}, {number}</source>
        <translation>来自 {device} 第 {number} 号</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>a receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>a receipt, or nothing new</source>
        <translation>回执或无新内容</translation>
    </message>
    <message>
        <source>{changes} changes</source>
        <translation>{changes} 处改动</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed, {conflicts} to review</source>
        <translation>新增 {added}，更改 {changed}，待核对 {conflicts}</translation>
    </message>
    <message>
        <source>This file is being taken back.</source>
        <translation>正在撤销该文件。</translation>
    </message>
</context>
<context>
    <name>PastImports</name>
    <message>
        <source>Bring in rosters</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Bring in a roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>No roster was brought in yet</source>
        <translation>还没有导入过花名册</translation>
    </message>
    <message>
        <source>Give the program the spreadsheet your office keeps: it finds the header and the columns by itself, shows what will happen, and can be taken back as a whole.</source>
        <translation>把平时用的花名册表格选进来即可：程序自动识别表头和各列，先试算结果，导入后还能整批撤销。</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>历次导入</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed, {refused} set aside</source>
        <translation>新增 {added}，修改 {changed}，退回 {refused}</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>This import is being taken back.</source>
        <translation>正在撤销这次导入。</translation>
    </message>
</context>
<context>
    <name>PeriodCard</name>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation>请填写日期。</translation>
    </message>
    <message>
        <source>The end is before the beginning.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
</context>
<context>
    <name>PeriodField</name>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>{year}, quarter {number}</source>
        <translation>{year}年第{number}季度</translation>
    </message>
    <message>
        <source>{year}, half {number}</source>
        <translation>{year}年第{number}半年</translation>
    </message>
    <message>
        <source>{year}-{month}</source>
        <translation>{year}年{month}月</translation>
    </message>
</context>
<context>
    <name>PersonActions</name>
    <message>
        <source>Put {name} into the bin</source>
        <translation>移入回收站：{name}</translation>
    </message>
    <message>
        <source>Put {name} back into the register</source>
        <translation>恢复到居民档案：{name}</translation>
    </message>
    <message>
        <source>Restored “{field}” of {name}</source>
        <translation>恢复{name}的“{field}”</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Open the person&apos;s file</source>
        <translation>打开居民档案</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未核实</translation>
    </message>
    <message>
        <source>since {month}</source>
        <translation>自 {month} 起</translation>
    </message>
    <message>
        <source>in this community</source>
        <translation>本社区</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>其他地方</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Lives at</source>
        <translation>现住地址</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>户籍地址</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>最近核实</translation>
    </message>
</context>
<context>
    <name>PersonCards</name>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Other phones</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Neither a document nor a phone number is known.</source>
        <translation>没有证件号码，也没有电话。</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Change the tags…</source>
        <translation>修改标签…</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Correct the particulars…</source>
        <translation>更正基本信息…</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>文化程度</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Political status</source>
        <translation>政治面貌</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Work or school</source>
        <translation>工作单位或学校</translation>
    </message>
    <message>
        <source>Nothing more is known.</source>
        <translation>没有更多信息。</translation>
    </message>
    <message>
        <source>Some are kept by law and not used any more.</source>
        <translation>部分标签依法保存，已停止使用。</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Whose data? Name or number</source>
        <translation>查谁的信息：姓名、号码</translation>
    </message>
    <message>
        <source>Whose data</source>
        <translation>查谁的信息</translation>
    </message>
    <message>
        <source>Name, pinyin or the end of an ID number</source>
        <translation>姓名、拼音或者身份证号末几位</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>找到的人员</translation>
    </message>
    <message>
        <source>Founder</source>
        <translation>创建人</translation>
    </message>
</context>
<context>
    <name>PlaceChooser</name>
    <message>
        <source>Plug in a stick, or choose a folder. Both are found here then.</source>
        <translation>请插入 U 盘或选择文件夹，之后会列在这里。</translation>
    </message>
    <message>
        <source>not there just now</source>
        <translation>现在不在</translation>
    </message>
    <message>
        <source>Stick {name}</source>
        <translation>U 盘 {name}</translation>
    </message>
    <message>
        <source>Shared folder {name}</source>
        <translation>共享文件夹 {name}</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>文件夹 {name}</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Grids and buildings</source>
        <translation>网格与楼栋</translation>
    </message>
    <message>
        <source>Discarded the grid {name}</source>
        <translation>删除网格：{name}</translation>
    </message>
    <message>
        <source>no grid</source>
        <translation>未划网格</translation>
    </message>
    <message>
        <source>Assigned {count} buildings to {grid}</source>
        <translation>把 {count} 栋楼划入：{grid}</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Estates and buildings</source>
        <translation>小区与楼栋</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
</context>
<context>
    <name>PointCard</name>
    <message>
        <source>Decide later</source>
        <translation>以后再定</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>Its clock was ahead</source>
        <translation>设备时钟超前</translation>
    </message>
    <message>
        <source>Stands for now</source>
        <translation>暂用此值</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>另填其他内容</translation>
    </message>
    <message>
        <source>Decided here. It stays open until the files have come that are still missing.</source>
        <translation>本机已选定。缺少的数据包到齐后才能了结。</translation>
    </message>
    <message>
        <source>Left for later.</source>
        <translation>以后再定。</translation>
    </message>
    <message>
        <source>Nothing is proposed here: look at it and choose.</source>
        <translation>此项没有建议，请查看后选择。</translation>
    </message>
</context>
<context>
    <name>PolicyCard</name>
    <message>
        <source>People who are in the register already</source>
        <translation>档案中已有的居民</translation>
    </message>
    <message>
        <source>{conflicts} differ, {gaps} have gaps</source>
        <translation>{conflicts} 人与现有资料不同，{gaps} 人可补空缺</translation>
    </message>
</context>
<context>
    <name>PrinterForm</name>
    <message>
        <source>For forms that were printed before</source>
        <translation>套打（预先印好的纸）</translation>
    </message>
    <message>
        <source>Certificates can be printed on forms that have the title, the frame and the lines already. Each printer feeds paper a little differently: set it right once. What is set here holds for this computer only.</source>
        <translation>证明可以打印在已经印好标题、边框和格线的纸上。每台打印机走纸都略有不同，校准一次即可。这里的设置只用于本机。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Set it right</source>
        <translation>校准值</translation>
    </message>
    <message>
        <source>To the right, in mm</source>
        <translation>向右（毫米）</translation>
    </message>
    <message>
        <source>Downwards, in mm</source>
        <translation>向下（毫米）</translation>
    </message>
    <message>
        <source>Scale, in per cent</source>
        <translation>缩放（%）</translation>
    </message>
    <message>
        <source>-0.5 is half a millimetre to the left.</source>
        <translation>-0.5 是向左半毫米。</translation>
    </message>
    <message>
        <source>-0.5 is half a millimetre upwards.</source>
        <translation>-0.5 是向上半毫米。</translation>
    </message>
    <message>
        <source>The code keeps its size.</source>
        <translation>二维码大小不变。</translation>
    </message>
    <message>
        <source>Choose the printer.</source>
        <translation>请选择打印机。</translation>
    </message>
    <message>
        <source>Between {least} and {most} per cent. A printer that is out by more is out of order, or prints “to fit the page”.</source>
        <translation>应在 {least}% 到 {most}% 之间。相差更多时，多半是打印机有故障，或者打印时选了“适合页面”。</translation>
    </message>
    <message>
        <source>Between {least} and {most} mm: measure from the edge to the cross.</source>
        <translation>应在 {least} 到 {most} 毫米之间：从纸边量到十字线。</translation>
    </message>
    <message>
        <source>Between {least} and {most} mm: from one upright to the other.</source>
        <translation>应在 {least} 到 {most} 毫米之间：量两条竖线之间。</translation>
    </message>
    <message>
        <source>Between {least} and {most} mm.</source>
        <translation>应在 {least} 到 {most} 毫米之间。</translation>
    </message>
    <message>
        <source>Measured on the test sheet</source>
        <translation>测试页上量得</translation>
    </message>
    <message>
        <source>甲 Left edge to the cross, in mm</source>
        <translation>甲&#x3000;纸左边缘到十字竖线（毫米）</translation>
    </message>
    <message>
        <source>乙 Top edge to the cross, in mm</source>
        <translation>乙&#x3000;纸上边缘到十字横线（毫米）</translation>
    </message>
    <message>
        <source>丙 Between the uprights, in mm</source>
        <translation>丙&#x3000;两条竖线之间（毫米）</translation>
    </message>
    <message>
        <source>Reckon</source>
        <translation>换算</translation>
    </message>
    <message>
        <source>Reckon the three values from what was measured</source>
        <translation>由量得的数换算出三个校准值</translation>
    </message>
</context>
<context>
    <name>PrintersPane</name>
    <message>
        <source>The test sheet</source>
        <translation>测试页</translation>
    </message>
    <message>
        <source>Choose a printer: its test sheet appears here, to be printed.</source>
        <translation>选择一台打印机，这里就显示它的测试页，可以打印。</translation>
    </message>
    <message>
        <source>This computer has no printer. Install one in the system&apos;s settings.</source>
        <translation>本机没有打印机。请在系统设置中添加。</translation>
    </message>
    <message>
        <source>Test sheet of {printer}</source>
        <translation>{printer} 的测试页</translation>
    </message>
    <message>
        <source>{printer} is set right</source>
        <translation>{printer} 已校准</translation>
    </message>
</context>
<context>
    <name>ProblemPanel</name>
    <message>
        <source>Owner, target, result…</source>
        <translation>责任人、目标、结果…</translation>
    </message>
    <message>
        <source>Taken up</source>
        <translation>认领情况</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>No problem is chosen</source>
        <translation>没有选中问题</translation>
    </message>
    <message>
        <source>Choose one to say who takes it up.</source>
        <translation>选一个问题，填写由谁负责。</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nobody has taken it up yet.</source>
        <translation>还没有人认领。</translation>
    </message>
    <message>
        <source>nobody was asked</source>
        <translation>没有回访或评价</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Draw the list up first.</source>
        <translation>请先生成清单。</translation>
    </message>
    <message>
        <source>Target for</source>
        <translation>目标日期</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Who takes it up, to what end</source>
        <translation>由谁负责、达到什么目标</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Taken up: {name}</source>
        <translation>已认领：{name}</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Begin with the estate or the road: 幸福里3幢2单元501.</source>
        <translation>请从小区或路名写起：幸福里3幢2单元501。</translation>
    </message>
    <message>
        <source>Choose the relation to the head of the household.</source>
        <translation>请选择与户主的关系。</translation>
    </message>
    <message>
        <source>Choose who.</source>
        <translation>请选择人员。</translation>
    </message>
    <message>
        <source>Tick at least one person.</source>
        <translation>请至少勾选一人。</translation>
    </message>
    <message>
        <source>Choose how the facts were verified.</source>
        <translation>请选择核实方式。</translation>
    </message>
    <message>
        <source>Say who verified the facts.</source>
        <translation>请填写核实人。</translation>
    </message>
    <message>
        <source>At most {most} characters.</source>
        <translation>最多 {most} 个字。</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>日期还没到。</translation>
    </message>
    <message>
        <source>Nobody is older than {most} years. Check the year.</source>
        <translation>年龄不会超过 {most} 岁，请检查年份。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>A name has at most {limit} characters; this has {length}.</source>
        <translation>姓名最多 {limit} 个字，现有 {length} 个。</translation>
    </message>
    <message>
        <source>There is an invisible or private character in it ({code_point}). Type the name anew.</source>
        <translation>姓名中有看不见的字符或自造字（{code_point}），请重新输入姓名。</translation>
    </message>
    <message>
        <source>“{character}” is unusual in a name. Check it.</source>
        <translation>姓名中的“{character}”不常见，请核对。</translation>
    </message>
    <message>
        <source>Written as {after}.</source>
        <translation>已整理为：{after}。</translation>
    </message>
    <message>
        <source>The last character does not match. Check each digit.</source>
        <translation>校验位不符，请逐位核对。</translation>
    </message>
    <message>
        <source>“{character}” cannot stand at place {position}.</source>
        <translation>第 {position} 位不能是“{character}”。</translation>
    </message>
    <message>
        <source>{digits} is no day of birth.</source>
        <translation>{digits} 不是有效的出生日期。</translation>
    </message>
    <message>
        <source>No province has the number {digits}.</source>
        <translation>没有代码为 {digits} 的省份。</translation>
    </message>
    <message>
        <source>It has {length} characters instead of {expected}.</source>
        <translation>应为 {expected} 位，现有 {length} 位。</translation>
    </message>
    <message>
        <source>The day of birth in it, {born}, is still to come.</source>
        <translation>其中的出生日期 {born} 还没到。</translation>
    </message>
    <message>
        <source>That would be {years} years of age. Check the year.</source>
        <translation>算来已 {years} 岁，请检查年份。</translation>
    </message>
    <message>
        <source>An old number of 15 digits; kept as {upgraded}.</source>
        <translation>15 位旧号码，按 {upgraded} 保存。</translation>
    </message>
    <message>
        <source>A spreadsheet has lost the last digits ({shown}). Type the number anew.</source>
        <translation>号码末几位在电子表格中已丢失（{shown}），请重新输入。</translation>
    </message>
    <message>
        <source>Type the number.</source>
        <translation>请填写号码。</translation>
    </message>
    <message>
        <source>This looks like the number of another kind of document.</source>
        <translation>看起来是另一种证件的号码。</translation>
    </message>
    <message>
        <source>Documents of this kind do not have such numbers.</source>
        <translation>这种证件没有这样的号码。</translation>
    </message>
    <message>
        <source>An unusual number for this kind. Check it.</source>
        <translation>号码与这种证件不太相符，请核对。</translation>
    </message>
    <message>
        <source>The check character does not match. Check each digit.</source>
        <translation>校验位不符，请逐位核对。</translation>
    </message>
    <message>
        <source>The day of birth in it cannot be.</source>
        <translation>其中的出生日期不对。</translation>
    </message>
    <message>
        <source>It ends before it begins, or has an end and is long-term.</source>
        <translation>截止日期早于起始日期，或者既有截止日期又勾选了长期。</translation>
    </message>
    <message>
        <source>Expired on {on}.</source>
        <translation>已于 {on} 到期。</translation>
    </message>
    <message>
        <source>Valid only from {on}.</source>
        <translation>自 {on} 起才有效。</translation>
    </message>
    <message>
        <source>Cards of this age are valid for another term.</source>
        <translation>按持证人年龄，有效期限不对，请核对。</translation>
    </message>
    <message>
        <source>{digits} is not a phone number. Check it.</source>
        <translation>{digits} 不是电话号码，请核对。</translation>
    </message>
    <message>
        <source>This address is in none of your grids. Ask the station to register the person, or to assign the building to your grid.</source>
        <translation>此地址不在您负责的网格内。请由服务站登记，或请服务站把该楼栋划入您的网格。</translation>
    </message>
    <message>
        <source>The consent was given later than that.</source>
        <translation>早于同意的日期。</translation>
    </message>
    <message>
        <source>Tell the need and the effect first, then tick this.</source>
        <translation>请先告知必要性和影响，再勾选。</translation>
    </message>
    <message>
        <source>Here the guardian consents.</source>
        <translation>须由监护人同意。</translation>
    </message>
    <message>
        <source>Choose the guardian. Name him first if none is there.</source>
        <translation>请选择监护人；没有的先登记。</translation>
    </message>
    <message>
        <source>This is not a guardian of the person now.</source>
        <translation>此人目前不是其监护人。</translation>
    </message>
    <message>
        <source>This file is not kept with the person.</source>
        <translation>这个文件不在本人附件中。</translation>
    </message>
    <message>
        <source>Nobody is his own guardian.</source>
        <translation>本人不能作自己的监护人。</translation>
    </message>
    <message>
        <source>A child cannot be a guardian.</source>
        <translation>未成年儿童不能作监护人。</translation>
    </message>
    <message>
        <source>Who heard it?</source>
        <translation>见证人是谁？</translation>
    </message>
    <message>
        <source>To whom are the data given?</source>
        <translation>提供给谁？</translation>
    </message>
    <message>
        <source>Choose how the notice was given.</source>
        <translation>请选择告知方式。</translation>
    </message>
    <message>
        <source>Somebody from outside needs a phone number.</source>
        <translation>非本站居民须填写电话。</translation>
    </message>
    <message>
        <source>Who gave it?</source>
        <translation>由谁告知？</translation>
    </message>
</context>
<context>
    <name>ProblemsView</name>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Draw the list up</source>
        <translation>生成清单</translation>
    </message>
    <message>
        <source>As a paper</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>Problems of the period</source>
        <translation>本期重点问题</translation>
    </message>
    <message>
        <source>List drawn up: {period}</source>
        <translation>已生成清单：{period}</translation>
    </message>
    <message>
        <source>Draw the list up anew</source>
        <translation>重新生成清单</translation>
    </message>
    <message>
        <source>Nothing was counted in this period.</source>
        <translation>本期没有可统计的来件。</translation>
    </message>
    <message>
        <source>Draw the list up first.</source>
        <translation>请先生成清单。</translation>
    </message>
    <message>
        <source>No problem in this period</source>
        <translation>本期没有问题</translation>
    </message>
    <message>
        <source>Orders that name a kind of problem are counted here, and complaints.</source>
        <translation>有问题分类的工单和投诉类办件在这里统计。</translation>
    </message>
    <message>
        <source>The list as it was drawn up.</source>
        <translation>已生成的清单。</translation>
    </message>
    <message>
        <source>As it is today; draw the list up to keep it and take problems up.</source>
        <translation>这是当前排名；生成清单后即可保存、认领。</translation>
    </message>
    <message>
        <source>Given back by offices: {rates}</source>
        <translation>转办退回率：{rates}</translation>
    </message>
    <message>
        <source>Sent back to sources: {rates}</source>
        <translation>来件退回率：{rates}</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Target for</source>
        <translation>目标日期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题清单</translation>
    </message>
    <message>
        <source>Take the problem up</source>
        <translation>认领问题</translation>
    </message>
    <message>
        <source>Save as workbook</source>
        <translation>另存为工作簿</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Close without saving?</source>
        <translation>不保存就关闭？</translation>
    </message>
    <message>
        <source>Something typed has not been saved yet: {rooms}.</source>
        <translation>还有未保存的内容：{rooms}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ProofStep</name>
    <message>
        <source>Open it once</source>
        <translation>试着打开一次</translation>
    </message>
    <message>
        <source>The station is set up and locked. Open it with the passphrase, as you will every morning.</source>
        <translation>设置已完成，资料库已锁定。请用口令打开，以后每天上班都这样打开。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Type the passphrase</source>
        <translation>请输入口令</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ProvenForm</name>
    <message>
        <source>Present passphrase</source>
        <translation>现用口令</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Issue now</source>
        <translation>现在开具</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Accept although something lacks</source>
        <translation>材料不齐，容缺受理</translation>
    </message>
    <message>
        <source>Close all that are chosen</source>
        <translation>办结全部所选</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>How</source>
        <translation>通知方式</translation>
    </message>
    <message>
        <source>What else to say</source>
        <translation>补充说明</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>移交给</translation>
    </message>
    <message>
        <source>To the laptops of the grid</source>
        <translation>同步到网格的笔记本</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What was promised</source>
        <translation>补交承诺</translation>
    </message>
    <message>
        <source>Such as: the copy will be brought by Friday</source>
        <translation>如：复印件周五前补交</translation>
    </message>
    <message>
        <source>All of this is told at once, and only once</source>
        <translation>以下材料一次性告知，只告知一次</translation>
    </message>
    <message>
        <source>The case is not accepted</source>
        <translation>此件不予受理</translation>
    </message>
    <message>
        <source>The case goes to an office</source>
        <translation>转交单位办理</translation>
    </message>
    <message>
        <source>The office has given the case back</source>
        <translation>单位已退回此件</translation>
    </message>
    <message>
        <source>A colleague looks after the case from now on</source>
        <translation>今后由同事经办</translation>
    </message>
    <message>
        <source>The clock of the case stops</source>
        <translation>办件停止计时</translation>
    </message>
    <message>
        <source>The clock of the case goes on</source>
        <translation>办件恢复计时</translation>
    </message>
    <message>
        <source>The case is closed</source>
        <translation>办结此件</translation>
    </message>
    <message>
        <source>The case hangs out for everybody to see</source>
        <translation>办件公示</translation>
    </message>
    <message>
        <source>The applicant was told how it ended</source>
        <translation>已将结果通知申请人</translation>
    </message>
    <message>
        <source>The result was collected</source>
        <translation>结果已领取</translation>
    </message>
    <message>
        <source>The applicant does not want it any more</source>
        <translation>申请人不再办理</translation>
    </message>
    <message>
        <source>Not what the station does</source>
        <translation>不属本站受理范围</translation>
    </message>
    <message>
        <source>The conditions are not met</source>
        <translation>不符合条件</translation>
    </message>
    <message>
        <source>To be decided there</source>
        <translation>由该单位审批</translation>
    </message>
    <message>
        <source>Decided by the office</source>
        <translation>单位已办理</translation>
    </message>
    <message>
        <source>Materials lack</source>
        <translation>材料不全</translation>
    </message>
    <message>
        <source>Another office is responsible</source>
        <translation>应由其他单位办理</translation>
    </message>
    <message>
        <source>On leave</source>
        <translation>休假</translation>
    </message>
    <message>
        <source>To be checked at home</source>
        <translation>需入户核实</translation>
    </message>
    <message>
        <source>What it waited for is here</source>
        <translation>等待事项已完成</translation>
    </message>
    <message>
        <source>Not needed any more</source>
        <translation>不再需要</translation>
    </message>
    <message>
        <source>Done elsewhere</source>
        <translation>已在别处办理</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>电话通知</translation>
    </message>
    <message>
        <source>At the window</source>
        <translation>窗口告知</translation>
    </message>
    <message>
        <source>By the grid worker</source>
        <translation>网格员上门告知</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What stands in the history with your name and the time</source>
        <translation>写入办件经过，附您的姓名和时间</translation>
    </message>
</context>
<context>
    <name>QueueActs</name>
    <message>
        <source>Look at the paper</source>
        <translation>查看证明</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Hand it out</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>File it</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Approved for {name}</source>
        <translation>已批准：{name}</translation>
    </message>
    <message>
        <source>{title} for {name} gets the next number of {word}. This cannot be undone.</source>
        <translation>{name}的《{title}》将使用{word}的下一个编号，不能撤销。</translation>
    </message>
    <message>
        <source>It goes back to be corrected. Say what is missing.</source>
        <translation>退回更正。请说明缺什么。</translation>
    </message>
    <message>
        <source>Send it back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>It is taken out of the queue and never gets a number.</source>
        <translation>从待办中撤下，不再编号。</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Sent back: {name}</source>
        <translation>已退回：{name}</translation>
    </message>
    <message>
        <source>Withdrawn: {name}</source>
        <translation>已撤回：{name}</translation>
    </message>
    <message>
        <source>Handed out to {name}</source>
        <translation>已交付{name}</translation>
    </message>
    <message>
        <source>Filed: {number}</source>
        <translation>已归档：{number}</translation>
    </message>
</context>
<context>
    <name>QueueColumns</name>
    <message>
        <source>Holder</source>
        <translation>持证人</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Drawn up on</source>
        <translation>填写日期</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>经办人</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Sent back: {reason}</source>
        <translation>退回原因：{reason}</translation>
    </message>
    <message>
        <source>A draft is not handed out. It gets its number when approved.</source>
        <translation>草稿不能交付。批准后编号。</translation>
    </message>
    <message>
        <source>This certificate is void: it is not handed out any more.</source>
        <translation>这份证明已作废，不再交付。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Made sure of: {how}</source>
        <translation>核实：{how}</translation>
    </message>
    <message>
        <source>Drawn up: {who} {on}</source>
        <translation>填写：{who} {on}</translation>
    </message>
    <message>
        <source>Approved: {who} {on}</source>
        <translation>批准：{who} {on}</translation>
    </message>
    <message>
        <source>Copies printed: {count}</source>
        <translation>已打印：{count} 次</translation>
    </message>
    <message>
        <source>The paper</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Choose a certificate and press Enter to look at its paper.</source>
        <translation>选择一份证明，按回车键查看。</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>What is to be done</source>
        <translation>待办环节</translation>
    </message>
    <message>
        <source>Certificates that wait</source>
        <translation>待办的证明</translation>
    </message>
    <message>
        <source>Nothing waits here</source>
        <translation>这里没有待办</translation>
    </message>
    <message>
        <source>Choose a certificate under Issue: what is handed in comes to this queue.</source>
        <translation>在“开具”中选择证明种类，报批后排到这里。</translation>
    </message>
    <message>
        <source>Certificates: {count}</source>
        <translation>证明：{count} 份</translation>
    </message>
    <message>
        <source>Queue of cases</source>
        <translation>办件列表</translation>
    </message>
    <message>
        <source>Cases: {count}</source>
        <translation>办件 {count} 件</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Search the cases</source>
        <translation>查找办件</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新办件</translation>
    </message>
    <message>
        <source>Correct the case</source>
        <translation>更正办件</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Tick materials (Space)</source>
        <translation>勾选材料（空格）</translation>
    </message>
    <message>
        <source>All papers are there</source>
        <translation>材料齐全</translation>
    </message>
    <message>
        <source>Open the file of the applicant</source>
        <translation>打开申请人档案</translation>
    </message>
    <message>
        <source>First paper of the case; again: print it</source>
        <translation>办件的第一份文书；再按一次即打印</translation>
    </message>
    <message>
        <source>All papers of the case</source>
        <translation>办件的全部文书</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Save the paper or file that is shown</source>
        <translation>另存所显示的文书或附件</translation>
    </message>
    <message>
        <source>Add a file to the case</source>
        <translation>为办件添加附件</translation>
    </message>
    <message>
        <source>Paste a picture or file</source>
        <translation>粘贴图片或文件</translation>
    </message>
    <message>
        <source>Look at the files of the case</source>
        <translation>查看办件附件</translation>
    </message>
</context>
<context>
    <name>RatingView</name>
    <message>
        <source>Your opinion</source>
        <translation>服务评价</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>暂不评价</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>What did you like?</source>
        <translation>您满意的是？</translation>
    </message>
    <message>
        <source>What should be better?</source>
        <translation>哪里需要改进？</translation>
    </message>
    <message>
        <source>You are welcome to say it another time.</source>
        <translation>欢迎下次再评价。</translation>
    </message>
    <message>
        <source>It helps us to do better.</source>
        <translation>您的评价将帮助我们改进服务。</translation>
    </message>
    <message>
        <source>This could not be kept</source>
        <translation>评价未能保存</translation>
    </message>
    <message>
        <source>Please tell the staff.</source>
        <translation>请告知工作人员。</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>谢谢您！</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>How satisfied are you?</source>
        <translation>请评价本次服务</translation>
    </message>
    <message>
        <source>Touch a face, or press a key from 1 to 5. You need not answer.</source>
        <translation>请点选表情，或按数字键 1 至 5。评价自愿。</translation>
    </message>
    <message>
        <source>You may choose several, or none.</source>
        <translation>可多选，也可不选。</translation>
    </message>
    <message>
        <source>Staff: hold Ctrl+Enter</source>
        <translation>工作人员：按住 Ctrl+Enter 取回屏幕</translation>
    </message>
</context>
<context>
    <name>RatingsView</name>
    <message>
        <source>Bad ratings</source>
        <translation>差评</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>好差评</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持不变</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>保存（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Leave without saving (Esc)</source>
        <translation>不保存直接离开（Esc）</translation>
    </message>
    <message>
        <source>Nothing has been changed</source>
        <translation>没有改动</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Open the existing one</source>
        <translation>打开已有档案</translation>
    </message>
    <message>
        <source>Somebody in the register has this number already.</source>
        <translation>档案中已有相同号码的居民。</translation>
    </message>
    <message>
        <source>Not saved: the number is kept outside your grids. Ask the station.</source>
        <translation>未能保存：此证件号码已在您负责的网格以外登记，请联系服务站。</translation>
    </message>
</context>
<context>
    <name>RefusedHint</name>
    <message>
        <source>Not ours to issue: {items}</source>
        <translation>不应出具：{items}</translation>
    </message>
</context>
<context>
    <name>RegisterBar</name>
    <message>
        <source>Number, holder, purpose or clerk</source>
        <translation>编号、持有人、用途或经办人</translation>
    </message>
    <message>
        <source>Search the register</source>
        <translation>查找证明登记</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Not void</source>
        <translation>未作废</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>快到期</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Which numbers were given, and why one is missing</source>
        <translation>编过哪些号，缺号是什么原因</translation>
    </message>
    <message>
        <source>With its check digit, too: 2026-0001-7</source>
        <translation>也可连同校验位输入，如 2026-0001-7</translation>
    </message>
</context>
<context>
    <name>RegisterColumns</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持有人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>开具日期</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>原编号</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>校验</translation>
    </message>
</context>
<context>
    <name>RegisterView</name>
    <message>
        <source>Register of certificates</source>
        <translation>证明登记簿</translation>
    </message>
    <message>
        <source>Certificates: {count}</source>
        <translation>证明：{count} 份</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
</context>
<context>
    <name>RequestActs</name>
    <message>
        <source>Begin</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>不予办理…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>申请人撤回</translation>
    </message>
    <message>
        <source>Answer paper</source>
        <translation>答复书</translation>
    </message>
    <message>
        <source>Answer or refuse the request first.</source>
        <translation>请先答复或者不予办理。</translation>
    </message>
    <message>
        <source>What is held about me</source>
        <translation>本人信息查询</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>生成副本</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>生成转移文件</translation>
    </message>
    <message>
        <source>Correct the record</source>
        <translation>更正档案</translation>
    </message>
    <message>
        <source>Supplement the record</source>
        <translation>补充档案</translation>
    </message>
    <message>
        <source>Delete data…</source>
        <translation>删除信息…</translation>
    </message>
    <message>
        <source>Open the consents</source>
        <translation>打开同意记录</translation>
    </message>
    <message>
        <source>This request is over.</source>
        <translation>这项请求已经结束。</translation>
    </message>
    <message>
        <source>Began with {number}</source>
        <translation>已开始办理 {number}</translation>
    </message>
    <message>
        <source>Answered {number}</source>
        <translation>已答复 {number}</translation>
    </message>
    <message>
        <source>Refused {number}</source>
        <translation>不予办理 {number}</translation>
    </message>
    <message>
        <source>Closed {number}</source>
        <translation>已办结 {number}</translation>
    </message>
    <message>
        <source>Noted that {number} was taken back</source>
        <translation>已登记申请人撤回 {number}</translation>
    </message>
</context>
<context>
    <name>RequestBar</name>
    <message>
        <source>Number, name, words of the request or clerk</source>
        <translation>编号、姓名、请求内容或者经办人</translation>
    </message>
    <message>
        <source>Search the requests</source>
        <translation>查找请求</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新请求</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>将到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>RequestColumns</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>经办人</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Approve and issue</source>
        <translation>审核并开具</translation>
    </message>
    <message>
        <source>What is it for?</source>
        <translation>证明用来做什么？</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>To whom it is handed in</source>
        <translation>致送单位</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Name the registered address too</source>
        <translation>同时写明户籍地址</translation>
    </message>
    <message>
        <source>Approve and issue (Ctrl+Enter)</source>
        <translation>审核并开具（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换一个人</translation>
    </message>
    <message>
        <source>Leave this person (Esc)</source>
        <translation>返回，换一个人（Esc）</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>关于谁</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>请求什么</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>In the asker&apos;s words</source>
        <translation>申请人的原话</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>谁提出</translation>
    </message>
    <message>
        <source>Asker</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Identity checked</source>
        <translation>身份核对</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Proof shown</source>
        <translation>出示的材料</translation>
    </message>
</context>
<context>
    <name>RequestPanel</name>
    <message>
        <source>What happened</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>No request is chosen</source>
        <translation>没有选中请求</translation>
    </message>
    <message>
        <source>Choose one in the register, or enter a new one with Ctrl+N.</source>
        <translation>请在登记簿中选择一项，或者按 Ctrl+N 登记新请求。</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Proof shown</source>
        <translation>出示的材料</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份核对</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求内容</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>{day} (provisional)</source>
        <translation>{day}（暂定）</translation>
    </message>
</context>
<context>
    <name>RequestsView</name>
    <message>
        <source>Register of requests</source>
        <translation>请求登记簿</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新请求</translation>
    </message>
    <message>
        <source>Entered a request</source>
        <translation>已登记请求</translation>
    </message>
    <message>
        <source>Requests: {count}</source>
        <translation>请求：{count}</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Put the keys of {moment} back…</source>
        <translation>放回 {moment} 的钥匙文件…</translation>
    </message>
    <message>
        <source>Restore the backup of {moment}…</source>
        <translation>恢复 {moment} 的备份…</translation>
    </message>
    <message>
        <source>Go on with this state…</source>
        <translation>就用现在这份数据继续…</translation>
    </message>
    <message>
        <source>The passphrase is then the one that opened the station on {moment}. The present file with the keys is set aside.</source>
        <translation>放回后，口令是 {moment} 当时使用的口令。现有的钥匙文件会另存一旁。</translation>
    </message>
    <message>
        <source>Put these keys back?</source>
        <translation>放回这份钥匙文件？</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>What is missing stays missing, unless you restore a newer backup first. Going on is noted in the audit.</source>
        <translation>除非先恢复更新的备份，否则缺少的内容就不再有了。继续使用会记入审计。</translation>
    </message>
    <message>
        <source>Go on with this state?</source>
        <translation>就用现在这份数据继续？</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ResettingForm</name>
    <message>
        <source>Set it and begin</source>
        <translation>设定并开始</translation>
    </message>
    <message>
        <source>Set and open</source>
        <translation>设定并打开</translation>
    </message>
    <message>
        <source>The new passphrase does not meet the rules</source>
        <translation>新口令还不符合规则</translation>
    </message>
</context>
<context>
    <name>ResidentColumns</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Lives at</source>
        <translation>现住地址</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>人口类型</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Household no.</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>请选择备份</translation>
    </message>
    <message>
        <source>Where the backups lie</source>
        <translation>备份所在的位置</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Putting the backup in place…</source>
        <translation>正在恢复备份…</translation>
    </message>
    <message>
        <source>This backup is damaged. Go back and take the one before it.</source>
        <translation>此备份已损坏。请返回，选择它之前的一份。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
</context>
<context>
    <name>RestrictedCard</name>
    <message>
        <source>Restricted tags</source>
        <translation>受限标签</translation>
    </message>
    <message>
        <source>Show for 30 seconds (logged)</source>
        <translation>显示 30 秒（留痕）</translation>
    </message>
    <message>
        <source>Change restricted tags… (logged)</source>
        <translation>修改受限标签…（留痕）</translation>
    </message>
    <message>
        <source>Only for the officers named for them.</source>
        <translation>仅限指定的专责人员查看。</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>ResultActs</name>
    <message>
        <source>Save the rows set aside…</source>
        <translation>保存退回的行…</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销本次导入</translation>
    </message>
    <message>
        <source>Show the residents</source>
        <translation>查看居民档案</translation>
    </message>
    <message>
        <source>This import was taken back.</source>
        <translation>本次导入已撤销。</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Nothing new: no file here is for this computer, and all is sent.</source>
        <translation>没有新内容：这里没有发给本机的文件，该发的都已发出。</translation>
    </message>
    <message>
        <source>This file was taken back.</source>
        <translation>该文件已撤销。</translation>
    </message>
    <message>
        <source>From {sender}, file {number}: {added} added, {changed} changed, {conflicts} to review.</source>
        <translation>来自 {sender} 第 {number} 号文件：新增 {added}，更改 {changed}，待核对 {conflicts}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{count} records have left this copy.</source>
        <translation>{count} 条记录已移出本机副本。</translation>
    </message>
    <message>
        <source>{count} records wait for others, which come with a later file.</source>
        <translation>{count} 条记录在等待相关记录，后者随后续文件到来。</translation>
    </message>
    <message>
        <source>An earlier file has not come; what it held is sent again.</source>
        <translation>之前的一个文件没有收到，其内容会再次发来。</translation>
    </message>
    <message>
        <source>The clock of that computer is {hours} hours ahead: have it set right.</source>
        <translation>对方电脑的时钟快了 {hours} 小时，请校准。</translation>
    </message>
    <message>
        <source>{file} was not taken in. Nothing was changed.</source>
        <translation>{file} 未接收，资料没有任何改动。</translation>
    </message>
    <message>
        <source>For {receiver}: file {number} with {changes} changes is written.</source>
        <translation>已写出发给 {receiver} 的第 {number} 号文件，含 {changes} 处改动。</translation>
    </message>
    <message>
        <source>For {receiver}: file {number} is written, a receipt.</source>
        <translation>已写出发给 {receiver} 的第 {number} 号文件（回执）。</translation>
    </message>
    <message>
        <source>No receipt yet.</source>
        <translation>尚无回执。</translation>
    </message>
    <message>
        <source>For {receiver}: file {number} lies here and says it all.</source>
        <translation>发给 {receiver} 的第 {number} 号文件已在这里，无需重写。</translation>
    </message>
    <message>
        <source>What stands above is done and stays; the rest waits for the next time.</source>
        <translation>以上内容已完成并保留，其余留待下次。</translation>
    </message>
    <message>
        <source>Nothing was changed; everything waits for the next time.</source>
        <translation>没有任何改动，全部留待下次。</translation>
    </message>
    <message>
        <source>This file is being taken back.</source>
        <translation>正在撤销该文件。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>People</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>家庭户</translation>
    </message>
    <message>
        <source>Dwellings</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Items of the window</source>
        <translation>窗口事项</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Tasks from above</source>
        <translation>社区工作事项</translation>
    </message>
</context>
<context>
    <name>ResultNumbers</name>
    <message>
        <source>people added</source>
        <translation>新增居民</translation>
    </message>
    <message>
        <source>people changed</source>
        <translation>修改居民</translation>
    </message>
    <message>
        <source>left as they were</source>
        <translation>未变动</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>退回</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>Rows set aside</source>
        <translation>退回的行</translation>
    </message>
    <message>
        <source>Rows taken with a warning</source>
        <translation>已接收、需留意的行</translation>
    </message>
    <message>
        <source>The import is not finished.</source>
        <translation>导入尚未完成。</translation>
    </message>
    <message>
        <source>Brought in {file}</source>
        <translation>导入：{file}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written; go back to begin again.</source>
        <translation>已停止，没有写入任何资料。返回上一步可重新开始。</translation>
    </message>
    <message>
        <source>Bringing the roster in</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Counted in the store just now: {people} people, {households} households.</source>
        <translation>资料库实时清点：{people} 人，{households} 户。</translation>
    </message>
    <message>
        <source>The roster is in</source>
        <translation>花名册已导入</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>↑ ↓ choose    Enter open    Alt+1…9 open at once    Esc leave</source>
        <translation>↑ ↓ 选择    回车打开    Alt+1…9 直接打开    Esc 返回</translation>
    </message>
    <message>
        <source>Nothing found for &apos;{asked}&apos;. Try part of the name, pinyin or its initials, the first or last digits of a number, or part of the address.</source>
        <translation>没有找到“{asked}”。可以试试姓名中的字、拼音或首字母、号码的开头或末几位、地址的一部分。</translation>
    </message>
    <message>
        <source>&apos;{asked}&apos; was mistyped: the check digit does not agree. Compare it with the paper, or ask for it once more.</source>
        <translation>“{asked}”有误：校验位不符。请与纸面核对，或请对方再报一遍。</translation>
    </message>
    <message>
        <source>The check digit of &apos;{asked}&apos; agrees, but no such certificate is here. Another device may have issued it, whose file has not arrived yet.</source>
        <translation>“{asked}”的校验位相符，但本机没有这份证明。可能由其他设备开具，数据包尚未收到。</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Decided: {who} ({count})</source>
        <translation>已核定：{who}（{count} 项）</translation>
    </message>
    <message>
        <source>Took what was proposed ({count})</source>
        <translation>已按建议处理（{count} 项）</translation>
    </message>
    <message>
        <source>{count} of them stay open until the files have come that are still missing.</source>
        <translation>其中 {count} 项要等缺少的数据包到齐后才能了结。</translation>
    </message>
    <message>
        <source>Something has changed here meanwhile. Nothing was decided: look again.</source>
        <translation>内容刚有变化，尚未处理，请重新查看。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>冲突核对</translation>
    </message>
    <message>
        <source>Decide what is chosen</source>
        <translation>确定所选</translation>
    </message>
    <message>
        <source>Take all proposals of the selected</source>
        <translation>对所选对象按建议处理</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>回到列表</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开档案</translation>
    </message>
    <message>
        <source>Choose the first answer, and so on</source>
        <translation>选择第一个答案，依此类推</translation>
    </message>
    <message>
        <source>Choose the answer beside it</source>
        <translation>选择旁边的答案</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后再定</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>没有待核对的冲突</translation>
    </message>
    <message>
        <source>When two devices enter different things for the same field before they hear of one another, both are kept and you are asked here which shall stand.</source>
        <translation>两台设备在互相知道之前，对同一栏填写了不同内容时，两个内容都会保留，请在这里选定用哪一个。</translation>
    </message>
</context>
<context>
    <name>RightsActions</name>
    <message>
        <source>Put the guardian {name} into the bin</source>
        <translation>监护人{name}已放入回收站</translation>
    </message>
</context>
<context>
    <name>RightsCards</name>
    <message>
        <source>Consents and rights</source>
        <translation>同意和权益</translation>
    </message>
    <message>
        <source>Show consents and rights</source>
        <translation>查看同意和权益</translation>
    </message>
    <message>
        <source>Consented to</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>没有缺项。</translation>
    </message>
    <message>
        <source>What is held about me…</source>
        <translation>本人信息查询…</translation>
    </message>
    <message>
        <source>Enter a request…</source>
        <translation>登记请求…</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>告知书</translation>
    </message>
    <message>
        <source>Print the notice…</source>
        <translation>打印告知书…</translation>
    </message>
    <message>
        <source>The notice was given…</source>
        <translation>登记已告知…</translation>
    </message>
    <message>
        <source>Print the notice, hand it over, then note it with the plus.</source>
        <translation>打印告知书并当面交付，再用加号登记。</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>同意记录</translation>
    </message>
    <message>
        <source>Take a consent…</source>
        <translation>登记同意…</translation>
    </message>
    <message>
        <source>None. Take the first one with the plus.</source>
        <translation>无。请用加号登记第一项。</translation>
    </message>
    <message>
        <source>no scan</source>
        <translation>无扫描件</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Guardians</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Name a guardian…</source>
        <translation>登记监护人…</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>A child under fourteen needs one. Name him with the plus.</source>
        <translation>不满十四周岁须有监护人，请用加号登记。</translation>
    </message>
    <message>
        <source>Correct the guardian…</source>
        <translation>更正监护人…</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>放入回收站</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Not used any more</source>
        <translation>已停止使用</translation>
    </message>
    <message>
        <source>Show with a reason…</source>
        <translation>说明理由后查看…</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>kept by law, not used</source>
        <translation>依法保存，停止使用</translation>
    </message>
</context>
<context>
    <name>RightsPage</name>
    <message>
        <source>Consents and rights</source>
        <translation>同意和权益</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>What is held about me</source>
        <translation>本人信息查询</translation>
    </message>
    <message>
        <source>Under fourteen</source>
        <translation>不满十四周岁</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>告知书</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新请求</translation>
    </message>
    <message>
        <source>Register of requests</source>
        <translation>请求登记簿</translation>
    </message>
    <message>
        <source>Print the paper</source>
        <translation>打印文书</translation>
    </message>
    <message>
        <source>Save the paper as PDF</source>
        <translation>文书另存为 PDF</translation>
    </message>
</context>
<context>
    <name>RightsTasks</name>
    <message>
        <source>The notice was given</source>
        <translation>登记已告知</translation>
    </message>
    <message>
        <source>Noted that {name} was given the notice</source>
        <translation>已登记向{name}告知</translation>
    </message>
    <message>
        <source>Take a consent</source>
        <translation>登记同意</translation>
    </message>
    <message>
        <source>Took a consent of {name}</source>
        <translation>已登记{name}的同意</translation>
    </message>
    <message>
        <source>Withdraw a consent</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Withdrew a consent of {name}</source>
        <translation>已撤回{name}的同意</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Named a guardian of {name}</source>
        <translation>已登记{name}的监护人</translation>
    </message>
    <message>
        <source>Correct on request {number}</source>
        <translation>依请求 {number} 更正</translation>
    </message>
    <message>
        <source>Corrected {name} on request</source>
        <translation>已依请求更正{name}</translation>
    </message>
</context>
<context>
    <name>RightsView</name>
    <message>
        <source>The roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Whoever has several roles may do what each allows. Business, administration and audit are meant to lie with different people (等保2.0).</source>
        <translation>兼任多个角色的人拥有各角色的全部权限。按等保2.0，业务、管理、审计应由不同的人承担。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>可以</translation>
    </message>
</context>
<context>
    <name>RightsWords</name>
    <message>
        <source>The notice has not been given yet.</source>
        <translation>尚未告知。</translation>
    </message>
    <message>
        <source>The notice given was an older edition.</source>
        <translation>告知的是旧版本。</translation>
    </message>
    <message>
        <source>Under fourteen: no guardian is named.</source>
        <translation>不满十四周岁：未登记监护人。</translation>
    </message>
    <message>
        <source>Under fourteen: no guardian has consented.</source>
        <translation>不满十四周岁：监护人未同意。</translation>
    </message>
    <message>
        <source>A signed consent has no scan.</source>
        <translation>书面同意没有扫描件。</translation>
    </message>
    <message>
        <source>Sensitive data are kept without separate consent.</source>
        <translation>敏感信息未取得单独同意。</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>书面签名</translation>
    </message>
    <message>
        <source>oral, before a witness</source>
        <translation>口头，有见证人</translation>
    </message>
    <message>
        <source>Signed on paper</source>
        <translation>书面签名</translation>
    </message>
    <message>
        <source>Oral, before a witness</source>
        <translation>口头，有见证人</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>The guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>RolesField</name>
    <message>
        <source>Whoever administers would look over his own shoulder. The rules of protection (等保2.0) want another person to audit.</source>
        <translation>管理员将自己审计自己。等保2.0要求由另一人担任安全审计员。</translation>
    </message>
</context>
<context>
    <name>RootCard</name>
    <message>
        <source>The street office stands for the list</source>
        <translation>街道对密钥名单的认可</translation>
    </message>
    <message>
        <source>Ask the street office…</source>
        <translation>向街道申请认可…</translation>
    </message>
    <message>
        <source>Take in its answer…</source>
        <translation>收存认可书…</translation>
    </message>
    <message>
        <source>Stand for it until</source>
        <translation>认可至</translation>
    </message>
    <message>
        <source>Stand for a station…</source>
        <translation>认可社区密钥…</translation>
    </message>
    <message>
        <source>This computer has not signed a list of keys yet.</source>
        <translation>本机还没有签发过密钥名单。</translation>
    </message>
    <message>
        <source>Root key of this computer: {root}. Nobody stands for it yet.</source>
        <translation>本机根密钥：{root}，尚无街道认可。</translation>
    </message>
    <message>
        <source>Root key of this computer: {root}. {by} (key {street}) stands for it until {day}.</source>
        <translation>本机根密钥：{root}，由{by}（密钥 {street}）认可至 {day}。</translation>
    </message>
    <message>
        <source>Until which day?</source>
        <translation>认可到哪一天？</translation>
    </message>
    <message>
        <source>Whoever gets a verification page then compares one key, that of the street office, for all its stations.</source>
        <translation>拿到核验网页的人只需核对街道这一个密钥，就能信任辖区内所有社区。</translation>
    </message>
    <message>
        <source>At the street office:</source>
        <translation>在街道办理：</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Take out row {row}</source>
        <translation>去掉第 {row} 行</translation>
    </message>
</context>
<context>
    <name>RowsSetAside</name>
    <message>
        <source>Save the rows set aside</source>
        <translation>保存退回的行</translation>
    </message>
    <message>
        <source>{file} set aside.xlsx</source>
        <translation>{file} 退回.xlsx</translation>
    </message>
    <message>
        <source>{rows} rows saved in {file}. Correct them there and bring it in again.</source>
        <translation>已把 {rows} 行存入 {file}，在其中改正后再导入即可。</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>Passphrases</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>个字符</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>Kinds of sign</source>
        <translation>字符种类</translation>
    </message>
    <message>
        <source>Any kinds will do from</source>
        <translation>不限种类的长度</translation>
    </message>
    <message>
        <source>To be changed after</source>
        <translation>更换周期</translation>
    </message>
    <message>
        <source>Former ones that may not come back</source>
        <translation>不得重复使用的旧口令数</translation>
    </message>
    <message>
        <source>Mistyped passphrases</source>
        <translation>口令输错</translation>
    </message>
    <message>
        <source>The door is shut after</source>
        <translation>锁定前允许输错</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>次</translation>
    </message>
    <message>
        <source>for</source>
        <translation>锁定时长</translation>
    </message>
    <message>
        <source>When nobody touches the computer</source>
        <translation>无人操作时</translation>
    </message>
    <message>
        <source>The window locks after</source>
        <translation>自动锁定时间</translation>
    </message>
    <message>
        <source>These rules hold on this computer. By 等保2.0: eight signs of three kinds, 90 days, five failures, 15 minutes, ten minutes.</source>
        <translation>这些规则在本机生效。等保2.0的常用值：八个字符、三种字符、90 天、输错五次、锁定 15 分钟、闲置 10 分钟。</translation>
    </message>
    <message>
        <source>From {least} to {most}.</source>
        <translation>须在 {least} 到 {most} 之间。</translation>
    </message>
</context>
<context>
    <name>RulesView</name>
    <message>
        <source>Rules of sign-in changed</source>
        <translation>登录规则已修改</translation>
    </message>
</context>
<context>
    <name>SavedListsButton</name>
    <message>
        <source>Lists</source>
        <translation>常用列表</translation>
    </message>
    <message>
        <source>Kept the list “{name}”</source>
        <translation>保存列表“{name}”</translation>
    </message>
    <message>
        <source>Discarded the list “{name}”</source>
        <translation>删除列表“{name}”</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>列表名称</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部居民</translation>
    </message>
    <message>
        <source>Changed most recently</source>
        <translation>最近变更</translation>
    </message>
    <message>
        <source>Keep these filters as a list…</source>
        <translation>把当前筛选存为列表…</translation>
    </message>
    <message>
        <source>Keep these filters as a list (choose a filter first)</source>
        <translation>把当前筛选存为列表（请先选择筛选条件）</translation>
    </message>
    <message>
        <source>Discard a list</source>
        <translation>删除列表</translation>
    </message>
</context>
<context>
    <name>ScopeField</name>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Some grids</source>
        <translation>部分网格</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>保存范围</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Draw grids first, under Residents.</source>
        <translation>请先在居民档案中划分网格。</translation>
    </message>
</context>
<context>
    <name>SealView</name>
    <message>
        <source>The seal was not used in this time</source>
        <translation>这段时间没有用印</translation>
    </message>
    <message>
        <source>Each certificate that is issued is entered here by itself.</source>
        <translation>每开具一份证明，都会自动登记到这里。</translation>
    </message>
    <message>
        <source>Register of seal use</source>
        <translation>用印登记簿</translation>
    </message>
    <message>
        <source>Uses of the seal: {count}</source>
        <translation>用印：{count} 次</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Find a person, a number, an address…  (Ctrl+K)</source>
        <translation>查找姓名、号码、地址…  （Ctrl+K）</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>SecondPlacesCard</name>
    <message>
        <source>Second place for backups</source>
        <translation>第二备份位置</translation>
    </message>
    <message>
        <source>A computer can break or be stolen. Choose a stick or another disk: the newest backup is then put there by itself whenever it is plugged in, encrypted. Keep the stick in another room.</source>
        <translation>电脑可能损坏或被盗。请选择 U 盘或另一块硬盘：插上后，最新的备份会自动加密存放一份。U 盘请放在另一个房间。</translation>
    </message>
    <message>
        <source>Choose a stick or folder…</source>
        <translation>选择 U 盘或文件夹…</translation>
    </message>
    <message>
        <source>One more place</source>
        <translation>增加位置</translation>
    </message>
    <message>
        <source>Putting the newest backup there…</source>
        <translation>正在存放最新的备份…</translation>
    </message>
    <message>
        <source>Where a second copy is to lie</source>
        <translation>第二份备份放在哪里</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>不再使用</translation>
    </message>
    <message>
        <source>Forget {name}</source>
        <translation>不再使用 {name}</translation>
    </message>
    <message>
        <source>Holds the newest backup, of {last}, read back in full.</source>
        <translation>存有最新的备份（{last}），已读回核对。</translation>
    </message>
    <message>
        <source>Not plugged in. The last copy there is of {last}.</source>
        <translation>未插上。其中最近一份备份是 {last} 的。</translation>
    </message>
    <message>
        <source>There is no room left. The last copy there is of {last}.</source>
        <translation>空间已满。其中最近一份备份是 {last} 的。</translation>
    </message>
    <message>
        <source>Writing failed and is tried again. The last copy there is of {last}.</source>
        <translation>写入失败，稍后重试。其中最近一份备份是 {last} 的。</translation>
    </message>
    <message>
        <source>The newest backup is put there within a minute.</source>
        <translation>一分钟内会存放最新的备份。</translation>
    </message>
    <message>
        <source>There is no copy yet. Plug it in, and see that there is room.</source>
        <translation>还没有备份。请插上并确认有足够空间。</translation>
    </message>
    <message>
        <source>It is on the same disk as the station, and breaks with it.</source>
        <translation>它与本站数据在同一块硬盘上，硬盘坏了会一起丢失。</translation>
    </message>
    <message>
        <source>{name} gets no more backups. What lies there stays.</source>
        <translation>不再向 {name} 存放备份，已有的备份仍在。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The newest backup is put on {name} from now on.</source>
        <translation>今后最新的备份也会存放到 {name}。</translation>
    </message>
    <message>
        <source>Gets the newest backup when somebody signs in again.</source>
        <translation>下次有人登录时存放最新的备份。</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>大写锁定已打开。</translation>
    </message>
</context>
<context>
    <name>SecurityCard</name>
    <message>
        <source>Passphrase and paper key</source>
        <translation>口令与恢复密钥</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>更换…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Opens the station every morning.</source>
        <translation>每天上班用它打开资料库。</translation>
    </message>
    <message>
        <source>Paper key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Opens the station when the passphrase is forgotten. Renew it when the paper is lost: the old one then opens nothing.</source>
        <translation>忘记口令时用它打开资料库。纸丢了请及时更换，更换后旧密钥随即失效。</translation>
    </message>
    <message>
        <source>The paper is locked away</source>
        <translation>已锁好保管</translation>
    </message>
    <message>
        <source>The new paper key holds; the former opens nothing.</source>
        <translation>新的恢复密钥已生效，旧密钥作废。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>设置分类</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>单位信息</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Security and backups</source>
        <translation>安全与备份</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>SharedCard</name>
    <message>
        <source>Shared folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>Desks on one network exchange by themselves through a folder they all reach.</source>
        <translation>同一网络的窗口电脑通过大家都能访问的文件夹自动交换。</translation>
    </message>
    <message>
        <source>Exchange by itself every</source>
        <translation>自动交换，每隔</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose the folder first.</source>
        <translation>请先选择文件夹。</translation>
    </message>
    <message>
        <source>Choose the shared folder</source>
        <translation>选择共享文件夹</translation>
    </message>
    <message>
        <source>none chosen yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>is looked at in a moment</source>
        <translation>即将查看</translation>
    </message>
    <message>
        <source>looked at {moment}</source>
        <translation>{moment} 查看过</translation>
    </message>
    <message>
        <source>not there at {moment}; it is tried again by itself</source>
        <translation>{moment} 时不在，会自动再试</translation>
    </message>
</context>
<context>
    <name>SheetPanel</name>
    <message>
        <source>The guide sheet</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>It is being drawn.</source>
        <translation>正在生成。</translation>
    </message>
    <message>
        <source>Guide sheet</source>
        <translation>办事指南</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>功能页</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Undo the latest change</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示全部快捷键</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>切换用户</translation>
    </message>
</context>
<context>
    <name>ShownPerson</name>
    <message>
        <source>In the bin. Put the record back first.</source>
        <translation>记录在回收站中，请先恢复。</translation>
    </message>
</context>
<context>
    <name>ShutDoor</name>
    <message>
        <source>The passphrase was mistyped too often. You can try again at {time} ({left}). A supervisor, or the paper key, can set a new one now.</source>
        <translation>口令输错次数过多。{time} 后（{left}）可以再试。站长或恢复密钥现在就可以重设口令。</translation>
    </message>
    <message>
        <source>in {n} minutes</source>
        <translation>还有 {n} 分钟</translation>
    </message>
    <message>
        <source>in {n} seconds</source>
        <translation>还有 {n} 秒</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SlipCard</name>
    <message>
        <source>Print the note</source>
        <translation>打印口令条</translation>
    </message>
    <message>
        <source>It was handed over</source>
        <translation>已交给本人</translation>
    </message>
    <message>
        <source>It is shown this once. At the first sign-in another has to be chosen.</source>
        <translation>口令只显示这一次。首次登录时必须另设口令。</translation>
    </message>
    <message>
        <source>{name} signs in on this computer with this passphrase:</source>
        <translation>{name}在本机用以下口令登录：</translation>
    </message>
    <message>
        <source>It is shown this once. Under Settings another is to be chosen soon.</source>
        <translation>口令只显示这一次。请尽快在“设置”中另设口令。</translation>
    </message>
</context>
<context>
    <name>SlipDesk</name>
    <message>
        <source>This text cannot be printed</source>
        <translation>有打印不出的字</translation>
    </message>
</context>
<context>
    <name>SlipForm</name>
    <message>
        <source>Print the slip</source>
        <translation>打印告知单</translation>
    </message>
    <message>
        <source>Name of the resident (may stay empty)</source>
        <translation>居民姓名（可不填）</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the answers (Esc)</source>
        <translation>返回查询结果（Esc）</translation>
    </message>
    <message>
        <source>Asked for: {asked}. To be had from: {offices}</source>
        <translation>居民要开：{asked}。应到以下单位办理：{offices}</translation>
    </message>
    <message>
        <source>The slip is counted when it is printed or saved.</source>
        <translation>打印或保存后计入告知单数。</translation>
    </message>
    <message>
        <source>Counted. It is counted once, however often printed.</source>
        <translation>已计数。重复打印只计一次。</translation>
    </message>
</context>
<context>
    <name>StaffColumns</name>
    <message>
        <source>Engagement over</source>
        <translation>聘期已满</translation>
    </message>
    <message>
        <source>No passphrase here</source>
        <translation>本机无口令</translation>
    </message>
    <message>
        <source>Passphrase still opens</source>
        <translation>口令尚未收回</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>职业资格</translation>
    </message>
    <message>
        <source>Engaged until</source>
        <translation>聘期至</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>最近登录</translation>
    </message>
    <message>
        <source>expired {day}</source>
        <translation>{day} 已过期</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>至 {day}</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>谁可以做什么</translation>
    </message>
    <message>
        <source>Rules of sign-in</source>
        <translation>登录规则</translation>
    </message>
    <message>
        <source>Keys of this computer</source>
        <translation>本机密钥</translation>
    </message>
</context>
<context>
    <name>StaffView</name>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有符合条件的人</translation>
    </message>
    <message>
        <source>Choose other states or roles, or invite somebody.</source>
        <translation>请换个状态或角色，或邀请新人。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Corrected the account of {name}</source>
        <translation>已修改{name}的账号</translation>
    </message>
    <message>
        <source>{name} is suspended</source>
        <translation>已停用{name}的账号</translation>
    </message>
    <message>
        <source>{name} may go on</source>
        <translation>已恢复{name}的账号</translation>
    </message>
    <message>
        <source>{name} has left</source>
        <translation>{name}已离开本站</translation>
    </message>
    <message>
        <source>{name} is invited again; give a passphrase</source>
        <translation>已重新邀请{name}，请发放口令</translation>
    </message>
    <message>
        <source>{name} leaves</source>
        <translation>{name}离开本站</translation>
    </message>
    <message>
        <source>The passphrase of {name} will open nothing any more, and the station gets another key. What was recorded stays.</source>
        <translation>{name}的口令将不能再打开任何内容，本站同时更换密钥。已有记录全部保留。</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>离开本站</translation>
    </message>
    <message>
        <source>The station is getting another key: a copy is made of everything. Leave the computer on.</source>
        <translation>正在更换本站密钥，需复制全部数据。请勿关机。</translation>
    </message>
    <message>
        <source>The passphrase opens nothing any more; the station has another key.</source>
        <translation>口令已失效，本站已更换密钥。</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>邀请工作人员</translation>
    </message>
</context>
<context>
    <name>StandingBar</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Looked into…</source>
        <translation>已查明…</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>立即校验</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>工作日志页</translation>
    </message>
    <message>
        <source>For an inspector</source>
        <translation>供检查导出</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>The audit holds no entry yet.</source>
        <translation>审计中尚无记录。</translation>
    </message>
    <message>
        <source>Print the sheet of {day}…</source>
        <translation>打印{day}的日志页…</translation>
    </message>
    <message>
        <source>Save the sheet of {day}…</source>
        <translation>另存{day}的日志页…</translation>
    </message>
    <message>
        <source>It is being verified.</source>
        <translation>正在校验。</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>尚未校验</translation>
    </message>
    <message>
        <source>Found whole on {moment}, up to entry {number}</source>
        <translation>{moment}校验至第{number}条，完整无误</translation>
    </message>
    <message>
        <source>{moment} {device}: {found}</source>
        <translation>{moment} {device}：{found}</translation>
    </message>
    <message>
        <source>Alarm of {what}</source>
        <translation>警报：{what}</translation>
    </message>
    <message>
        <source>{count} alarms, the latest of {what}</source>
        <translation>{count}个警报，最近一个：{what}</translation>
    </message>
    <message>
        <source>What is listed, as a workbook…</source>
        <translation>将所列记录导出为表格…</translation>
    </message>
    <message>
        <source>What is listed, on paper (PDF)…</source>
        <translation>将所列记录导出为纸质版（PDF）…</translation>
    </message>
    <message>
        <source>Archive entries older than three years</source>
        <translation>归档三年以前的记录</translation>
    </message>
    <message>
        <source>Who asks for it, and why? It stands on every page.</source>
        <translation>何人、因何查阅？将印在每一页上。</translation>
    </message>
    <message>
        <source>What did the alarm come from? It is written down.</source>
        <translation>警报的原因是什么？将记录在案。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>StandingCard</name>
    <message>
        <source>How it stands</source>
        <translation>交换情况</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>去核对…</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>sent, no receipt yet</source>
        <translation>已发出、无回执</translation>
    </message>
    <message>
        <source>waiting for others</source>
        <translation>等待相关记录</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>{count} not sent</source>
        <translation>{count} 处未发出</translation>
    </message>
    <message>
        <source>{count} without receipt</source>
        <translation>{count} 处无回执</translation>
    </message>
    <message>
        <source>everything has arrived</source>
        <translation>全部送达</translation>
    </message>
    <message>
        <source>no file of it has come yet</source>
        <translation>尚未收到它的文件</translation>
    </message>
    <message>
        <source>last file from it: {number}, {moment}</source>
        <translation>最近收到：第 {number} 号，{moment}</translation>
    </message>
</context>
<context>
    <name>StationStep</name>
    <message>
        <source>Your station</source>
        <translation>本单位信息</translation>
    </message>
    <message>
        <source>Name of the station</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>Statistical code (12 digits)</source>
        <translation>统计用区划代码（12 位）</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Try with demo data</source>
        <translation>用演示资料试用</translation>
    </message>
    <message>
        <source>Enter the name of the station</source>
        <translation>请填写单位名称</translation>
    </message>
    <message>
        <source>Digits and letters only; the statistical code has 12 digits</source>
        <translation>只能填数字和字母；统计用区划代码为 12 位</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Only looking around? Open a demo station with 2,000 invented residents. A new computer? Bring your station back from the stick with its backups.</source>
        <translation>只想先看看？可打开演示站，其中 2,000 名居民都是虚构的。换了新电脑？请用存有备份的 U 盘恢复本站。</translation>
    </message>
    <message>
        <source>These stand on every paper; your name signs every record.</source>
        <translation>站点信息会印在每份文件上；每条记录都署您的姓名。</translation>
    </message>
    <message>
        <source>Your own name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Enter your own name</source>
        <translation>请填写您的姓名</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Make a backup now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock the window (Ctrl+L)</source>
        <translation>锁定窗口（Ctrl+L）</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚未备份</translation>
    </message>
    <message>
        <source>Last backup: {moment}</source>
        <translation>最近备份：{moment}</translation>
    </message>
    <message>
        <source>Nothing has been said yet.</source>
        <translation>暂无消息。</translation>
    </message>
    <message>
        <source>Exchange with other computers (F9)</source>
        <translation>与其他电脑交换数据（F9）</translation>
    </message>
    <message>
        <source>Not sent: {count}</source>
        <translation>未发出：{count}</translation>
    </message>
    <message>
        <source>No receipt yet: {count}</source>
        <translation>无回执：{count}</translation>
    </message>
    <message>
        <source>Waiting: {count}</source>
        <translation>等待：{count}</translation>
    </message>
    <message>
        <source>To review: {count}</source>
        <translation>待核对：{count}</translation>
    </message>
    <message>
        <source>Everything has arrived</source>
        <translation>全部送达</translation>
    </message>
    <message>
        <source>Backups in the settings</source>
        <translation>到设置中查看备份</translation>
    </message>
    <message>
        <source>Test the backup: overdue</source>
        <translation>检验备份：已超期</translation>
    </message>
    <message>
        <source>Test the backup: due</source>
        <translation>检验备份：已到期</translation>
    </message>
    <message>
        <source>Also on {names}</source>
        <translation>另存于 {names}</translation>
    </message>
    <message>
        <source>{name} is full</source>
        <translation>{name} 已满</translation>
    </message>
    <message>
        <source>{name} is behind</source>
        <translation>{name} 未更新</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} 未插上</translation>
    </message>
    <message>
        <source>{state} since {moment}</source>
        <translation>{state}（{moment} 起）</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>Ground in law</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>What the paper says</source>
        <translation>答复书内容</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>暂不处理</translation>
    </message>
    <message>
        <source>Refuse the request</source>
        <translation>不予办理</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Refuse now</source>
        <translation>确定不予办理</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>确定答复</translation>
    </message>
</context>
<context>
    <name>SteppingForm</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>SuggestField</name>
    <message>
        <source>Written last</source>
        <translation>最近填过</translation>
    </message>
</context>
<context>
    <name>SupervisorForm</name>
    <message>
        <source>Name of the supervisor</source>
        <translation>站长姓名</translation>
    </message>
    <message>
        <source>Passphrase of the supervisor</source>
        <translation>站长口令</translation>
    </message>
    <message>
        <source>A supervisor types his own name and passphrase here. Then {name} chooses a new passphrase.</source>
        <translation>请站长在此输入本人的姓名和口令，然后由{name}设定新口令。</translation>
    </message>
    <message>
        <source>Choose the supervisor first</source>
        <translation>请先选择站长</translation>
    </message>
    <message>
        <source>The supervisor types his passphrase first</source>
        <translation>请站长先输入口令</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>协助登录</translation>
    </message>
</context>
<context>
    <name>TagsForm</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Tag {number}</source>
        <translation>标签 {number}</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Where it is known from</source>
        <translation>信息来源</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>No tag is given.</source>
        <translation>尚未添加标签。</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>The import was taken back: {people} people removed.</source>
        <translation>已撤销导入：移除 {people} 人。</translation>
    </message>
</context>
<context>
    <name>TaskActs</name>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>As it stands there is no paper of it.</source>
        <translation>目前状态下没有文书。</translation>
    </message>
    <message>
        <source>{step}: {name}</source>
        <translation>{step}：{name}</translation>
    </message>
</context>
<context>
    <name>TaskBar</name>
    <message>
        <source>Task, department, document or number</source>
        <translation>事项、来源单位、来文或准入编号</translation>
    </message>
    <message>
        <source>Search the tasks</source>
        <translation>查找事项</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>The tasks of a year, beside the year before (Alt+Y)</source>
        <translation>年度事项清单，与上年对比（Alt+Y）</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>台账会议</translation>
    </message>
    <message>
        <source>Ledgers, plaques, meetings and inspections (Alt+L)</source>
        <translation>台账、牌子、会议、检查（Alt+L）</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>登记事项</translation>
    </message>
    <message>
        <source>Enter a task that was sent (Ctrl+N)</source>
        <translation>登记上级交办的事项（Ctrl+N）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>责任主体</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Something has not come</source>
        <translation>五个到社区未落实</translation>
    </message>
</context>
<context>
    <name>TaskColumns</name>
    <message>
        <source>Task</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>来源单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>责任主体</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>{done} of 5</source>
        <translation>五到 {done}/5</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>Keep the task</source>
        <translation>保存事项</translation>
    </message>
    <message>
        <source>In the lists: {title} – {kind}</source>
        <translation>清单中有：{title}——{kind}</translation>
    </message>
    <message>
        <source>Whose it is: {who}</source>
        <translation>责任单位：{who}</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>交办内容</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>来源单位</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>属于哪个清单</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>责任主体</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>来文</translation>
    </message>
    <message>
        <source>Such as its number</source>
        <translation>例如文号</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Law or policy it rests on</source>
        <translation>法律法规或政策</translation>
    </message>
    <message>
        <source>When, how often, with what money</source>
        <translation>时间、频次、经费</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>下次期限</translation>
    </message>
    <message>
        <source>Money that comes with it</source>
        <translation>随事转来的经费</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>专项协议</translation>
    </message>
    <message>
        <source>For what is temporary (专项协议)</source>
        <translation>临时事项需要</translation>
    </message>
    <message>
        <source>What came to the community with it</source>
        <translation>五个到社区</translation>
    </message>
    <message>
        <source>Who was sent, how many</source>
        <translation>派了谁、几人</translation>
    </message>
    <message>
        <source>What exactly is to be done</source>
        <translation>具体做什么</translation>
    </message>
    <message>
        <source>What the department promised</source>
        <translation>部门作出的承诺</translation>
    </message>
    <message>
        <source>How it is appraised, with what else</source>
        <translation>怎样考评、与哪些合并</translation>
    </message>
    <message>
        <source>How it is paid; a sum above is enough</source>
        <translation>经费怎样落实；上面填了金额即可</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Somebody else has changed this record. Look at it again, then save.</source>
        <translation>这条记录已被他人修改，请重新核对后再保存。</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>What came with it</source>
        <translation>五个到社区</translation>
    </message>
    <message>
        <source>The task</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>准入决定</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>No task is chosen</source>
        <translation>未选择事项</translation>
    </message>
    <message>
        <source>Choose one in the list, or enter what was sent with Ctrl+N.</source>
        <translation>请在列表中选择，或按 Ctrl+N 登记。</translation>
    </message>
    <message>
        <source>Sent too late</source>
        <translation>交办过晚</translation>
    </message>
    <message>
        <source>has not come</source>
        <translation>未落实</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>提请日期</translation>
    </message>
    <message>
        <source>To be decided by</source>
        <translation>应当在此前决定</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>决定日期</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>准入编号</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>May begin from</source>
        <translation>最早可以开始</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>责任主体</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>起止时间</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>next due {day}</source>
        <translation>下次期限 {day}</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>经费</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>专项协议</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{sum} yuan</source>
        <translation>{sum} 元</translation>
    </message>
</context>
<context>
    <name>TaskPaperPanel</name>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>准入</translation>
    </message>
</context>
<context>
    <name>TaskQuestions</name>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准机关</translation>
    </message>
    <message>
        <source>Number of the approval</source>
        <translation>准入编号</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>The department asks for approval</source>
        <translation>来源单位提请准入</translation>
    </message>
    <message>
        <source>The task is taken on</source>
        <translation>准入，由社区承接</translation>
    </message>
    <message>
        <source>The task is not taken on</source>
        <translation>不予准入</translation>
    </message>
    <message>
        <source>The task falls away</source>
        <translation>事项撤销</translation>
    </message>
    <message>
        <source>The time of the task is over</source>
        <translation>准入期限已满</translation>
    </message>
    <message>
        <source>How long did it take?</source>
        <translation>用了多长时间？</translation>
    </message>
    <message>
        <source>It was sent too late: it may begin on {day} at the earliest.</source>
        <translation>提出过晚：最早可以从 {day} 开始。</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>Own task</source>
        <translation>自治事项</translation>
    </message>
    <message>
        <source>To assist with</source>
        <translation>协助事项</translation>
    </message>
    <message>
        <source>In no list, for a time</source>
        <translation>清单外临时</translation>
    </message>
    <message>
        <source>Not to be taken on</source>
        <translation>不应承担</translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>未定清单</translation>
    </message>
    <message>
        <source>Residents&apos; committee</source>
        <translation>居民委员会</translation>
    </message>
    <message>
        <source>Community workstation</source>
        <translation>社区工作站</translation>
    </message>
    <message>
        <source>Service station</source>
        <translation>社区服务站</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Approval asked for</source>
        <translation>已提请</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>准入</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予准入</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>考评</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>经费</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回操作</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>必填。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>Too long: at most {most} characters.</source>
        <translation>太长：最多 {most} 个字。</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>这一天还没有到。</translation>
    </message>
    <message>
        <source>This day lies before what happened last.</source>
        <translation>这一天早于前一步的日期。</translation>
    </message>
    <message>
        <source>This number cannot be.</source>
        <translation>数字不正确。</translation>
    </message>
    <message>
        <source>Admit…</source>
        <translation>准入…</translation>
    </message>
    <message>
        <source>Approval is asked for…</source>
        <translation>提请准入…</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>不予准入…</translation>
    </message>
    <message>
        <source>It is over…</source>
        <translation>到期…</translation>
    </message>
    <message>
        <source>Note hours…</source>
        <translation>登记用时…</translation>
    </message>
    <message>
        <source>Hours noted</source>
        <translation>登记用时</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>停用…</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>New resident</source>
        <translation>登记居民</translation>
    </message>
    <message>
        <source>Registered {name}</source>
        <translation>登记居民：{name}</translation>
    </message>
    <message>
        <source>Correct particulars</source>
        <translation>更正基本信息</translation>
    </message>
    <message>
        <source>Corrected {name}</source>
        <translation>更正：{name}</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>户籍地址</translation>
    </message>
    <message>
        <source>Corrected the registration of {name}</source>
        <translation>更正户籍信息：{name}</translation>
    </message>
    <message>
        <source>Lives at</source>
        <translation>现住地址</translation>
    </message>
    <message>
        <source>Corrected where {name} lives</source>
        <translation>更正居住信息：{name}</translation>
    </message>
</context>
<context>
    <name>TasksView</name>
    <message>
        <source>Tasks from above</source>
        <translation>社区工作事项</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>登记事项</translation>
    </message>
    <message>
        <source>Tasks: {count}</source>
        <translation>共 {count} 项</translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation>还没有登记事项</translation>
    </message>
    <message>
        <source>Enter every task that a department sends: what is asked, on what ground.</source>
        <translation>把各部门交办的每一项都登记下来：要做什么、依据是什么。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try fewer words, or take filters away.</source>
        <translation>请减少关键词，或去掉筛选。</translation>
    </message>
    <message>
        <source>Discarded: {name}</source>
        <translation>已删除：{name}</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>准入</translation>
    </message>
    <message>
        <source>Search the tasks</source>
        <translation>查找事项</translation>
    </message>
    <message>
        <source>Correct the task</source>
        <translation>更正事项</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>First paper of the task; again: print it</source>
        <translation>第一份文书；再按：打印</translation>
    </message>
    <message>
        <source>Save the paper as PDF</source>
        <translation>文书存为 PDF</translation>
    </message>
    <message>
        <source>The tasks of a year</source>
        <translation>年度事项</translation>
    </message>
    <message>
        <source>Ledgers, plaques, meetings</source>
        <translation>台账、牌子、会议</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Station</source>
        <translation>社区服务站</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Choose your name first.</source>
        <translation>请先选择您的姓名。</translation>
    </message>
    <message>
        <source>Use the paper key instead</source>
        <translation>改用恢复密钥</translation>
    </message>
    <message>
        <source>Let a supervisor help instead</source>
        <translation>改由站长协助</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Compare each with the paper and with whoever brings it. Where the paper says something else, the paper was altered.</source>
        <translation>请逐项对照纸质证明和来人证件。纸面与此不同的，纸面已被改动。</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Dossier</source>
        <translation>预审材料</translation>
    </message>
    <message>
        <source>Authorisation to sign</source>
        <translation>核对授权书</translation>
    </message>
    <message>
        <source>A help before the application. The county decides.</source>
        <translation>仅供申请前参考，由县级民政部门审核确认。</translation>
    </message>
    <message>
        <source>Reckoning</source>
        <translation>核算</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>还缺什么</translation>
    </message>
    <message>
        <source>Who counts</source>
        <translation>计入的人</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>May apply alone</source>
        <translation>可以单独申请</translation>
    </message>
    <message>
        <source>Days to keep</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Papers to bring</source>
        <translation>需要带来的材料</translation>
    </message>
    <message>
        <source>Standard is an example</source>
        <translation>标准为示例</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>不缺什么。</translation>
    </message>
    <message>
        <source>Each member: {money} a month</source>
        <translation>人均每月{money}</translation>
    </message>
    <message>
        <source>{count} more are not known</source>
        <translation>另有{count}人不能确定</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>计入人数</translation>
    </message>
    <message>
        <source>Each, a month</source>
        <translation>人均每月</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>低保标准</translation>
    </message>
    <message>
        <source>Edge below</source>
        <translation>边缘线（低于）</translation>
    </message>
    <message>
        <source>for the whole family; a hint only</source>
        <translation>全家合计，仅供参考</translation>
    </message>
    <message>
        <source>Lacks a month</source>
        <translation>每月差额</translation>
    </message>
    <message>
        <source>{amount} yuan</source>
        <translation>{amount}元</translation>
    </message>
    <message>
        <source>does not change the verdict</source>
        <translation>不影响判断</translation>
    </message>
    <message>
        <source>living along not told</source>
        <translation>是否共同居住未说明</translation>
    </message>
    <message>
        <source>if the family is on the edge</source>
        <translation>家庭须属于低保边缘</translation>
    </message>
    <message>
        <source>later</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>counted from {day}, not accepted yet</source>
        <translation>按{day}受理推算（假定）</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>暂定</translation>
    </message>
    <message>
        <source>A hint, no decision</source>
        <translation>仅供参考，不是决定</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>Genuine and in force</source>
        <translation>真实有效</translation>
    </message>
    <message>
        <source>Genuine, but expired</source>
        <translation>真实，但已过有效期</translation>
    </message>
    <message>
        <source>Dated in the future</source>
        <translation>未到签发日期</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Signed outside the time of its key</source>
        <translation>签名密钥不在期限内</translation>
    </message>
    <message>
        <source>Altered or forged</source>
        <translation>内容被改动或伪造</translation>
    </message>
    <message>
        <source>Signed by an unknown key</source>
        <translation>不认识的签名</translation>
    </message>
    <message>
        <source>Made by a newer program</source>
        <translation>由更新的程序生成</translation>
    </message>
    <message>
        <source>Not read correctly</source>
        <translation>没有读对</translation>
    </message>
    <message>
        <source>Not the code of a certificate</source>
        <translation>不是核验码</translation>
    </message>
    <message>
        <source>The signature holds, the certificate is in force and was not made void.</source>
        <translation>签名核对无误，证明在有效期内，没有作废。</translation>
    </message>
    <message>
        <source>The signature holds, but the certificate may not be used any more.</source>
        <translation>签名核对无误，但证明已过有效期，不能再使用。</translation>
    </message>
    <message>
        <source>The signature holds, but the day of issue is still to come. Check the date of this computer.</source>
        <translation>签名核对无误，但签发日期在今天之后。请检查本机日期。</translation>
    </message>
    <message>
        <source>The signature holds, but the certificate was made void or replaced by another.</source>
        <translation>签名核对无误，但这份证明已作废或已补发新的。</translation>
    </message>
    <message>
        <source>The day of issue lies outside the time in which the key was used. Do not rely on it; ask whoever issued it.</source>
        <translation>签发日期不在该密钥的使用期限内，不能采信。请联系出具单位。</translation>
    </message>
    <message>
        <source>The digits are complete, but the signature does not hold: this is not what was issued. Do not rely on it.</source>
        <translation>数字完整，但签名核对不上：不是出具单位签发的原样，不能采信。</translation>
    </message>
    <message>
        <source>Another station or a device that was not exchanged with for long may have issued it, or nobody. Exchange files, or ask whoever issued it.</source>
        <translation>可能由别的社区或很久没有交换的设备出具，也可能是伪造。请先交换数据，或联系出具单位。</translation>
    </message>
    <message>
        <source>Bring the program up to date, then try again.</source>
        <translation>请更新程序后再试。</translation>
    </message>
    <message>
        <source>A digit is wrong or missing. This says nothing against the certificate: scan it again.</source>
        <translation>数字有误读或漏读。这不说明证明是假的，请重新扫描。</translation>
    </message>
    <message>
        <source>Scan the code at the top right of a certificate, or type all of its digits, which begin with 86.</source>
        <translation>请扫描证明右上角的二维码，或输入以 86 开头的整串数字。</translation>
    </message>
    <message>
        <source>Void since</source>
        <translation>作废日期</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>签发日期</translation>
    </message>
    <message>
        <source>In force until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>出具单位</translation>
    </message>
    <message>
        <source>Signed with a withdrawn key</source>
        <translation>签名密钥已停用</translation>
    </message>
    <message>
        <source>The key was withdrawn, as when a computer is lost, and this certificate is not in the register. Do not rely on it; ask whoever issued it.</source>
        <translation>此密钥已停用（例如电脑遗失），而这份证明不在登记册中，不能采信。请联系出具单位。</translation>
    </message>
    <message>
        <source>Check digit</source>
        <translation>校验位</translation>
    </message>
</context>
<context>
    <name>VerificationCard</name>
    <message>
        <source>Last verified</source>
        <translation>最近核实</translation>
    </message>
    <message>
        <source>Nobody has verified these facts yet.</source>
        <translation>还没有核实过。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>核实日期</translation>
    </message>
    <message>
        <source>How</source>
        <translation>核实方式</translation>
    </message>
    <message>
        <source>By</source>
        <translation>核实人</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Record a verification…</source>
        <translation>登记核实…</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days} 天前</translation>
    </message>
    <message>
        <source>{days} days ago, too old</source>
        <translation>{days} 天前，已过期</translation>
    </message>
</context>
<context>
    <name>VerificationForm</name>
    <message>
        <source>Record the verification</source>
        <translation>登记核实</translation>
    </message>
    <message>
        <source>How did you make sure of it?</source>
        <translation>是怎样核实的？</translation>
    </message>
    <message>
        <source>How</source>
        <translation>核实方式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>核实日期</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>核实人</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换一个人</translation>
    </message>
    <message>
        <source>How the facts were verified</source>
        <translation>核实情况</translation>
    </message>
    <message>
        <source>On</source>
        <translation>核实日期</translation>
    </message>
    <message>
        <source>Who verified</source>
        <translation>核实人</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>VerifyView</name>
    <message>
        <source>For those without this program</source>
        <translation>没有本程序的单位</translation>
    </message>
    <message>
        <source>Save the verification page…</source>
        <translation>保存核验网页…</translation>
    </message>
    <message>
        <source>The verdict appears here</source>
        <translation>核验结果显示在这里</translation>
    </message>
    <message>
        <source>A scanner types the digits by itself. What is shown is what was signed, not what stands on the paper.</source>
        <translation>扫码枪会自动输入数字。这里显示的是签名时的内容，不是纸面上的内容。</translation>
    </message>
    <message>
        <source>Open a certificate</source>
        <translation>打开证明</translation>
    </message>
    <message>
        <source>Save the verification page</source>
        <translation>保存核验网页</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Saved: {title}, keys {keys}, void certificates {revoked}</source>
        <translation>已保存：{title}，密钥 {keys} 个，作废证明 {revoked} 份</translation>
    </message>
    <message>
        <source>One file that verifies certificates in any browser, by camera, picture or digits, without a network. It knows the keys and the void certificates of today: give out a new one every week.</source>
        <translation>一个网页文件，不联网，在任何浏览器里用摄像头、图片或数字核验证明。内含今天的密钥和作废名单，请每周提供一次新的。</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>签发密钥</translation>
    </message>
    <message>
        <source>Withdraw the key of a computer that was lost; have the street office stand for them.</source>
        <translation>停用遗失电脑的密钥，请街道认可密钥名单。</translation>
    </message>
    <message>
        <source>Certificates ({endings})</source>
        <translation>证明（{endings}）</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>From {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>待起用</translation>
    </message>
    <message>
        <source>Guide sheet</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>随程序提供</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>The note of how far the work had come was missing or damaged, so nobody can tell whether this is the latest state. A new one has been made. Look whether your latest entries are here; if not, restore a newer backup.</source>
        <translation>记载工作进度的文件缺失或已损坏，无法判断这是不是最新的数据。程序已重新建立该文件。请看看最近录入的内容是否都在；如果不在，请恢复更新的备份。</translation>
    </message>
    <message>
        <source>They are here</source>
        <translation>都在</translation>
    </message>
    <message>
        <source>Go on with this state…</source>
        <translation>就用现在这份数据继续…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Check what matters most by hand: some records may be as they were earlier. Going on is noted in the audit.</source>
        <translation>请人工核对最要紧的档案：有些记录可能是以前的样子。继续使用会记入审计。</translation>
    </message>
    <message>
        <source>Go on with this state?</source>
        <translation>就用现在这份数据继续？</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Only {free} MB are free on the disk. Backups, imports, exports and the exchange wait until there are {least} MB; saving goes on. Empty the recycle bin or move large files away.</source>
        <translation>磁盘只剩 {free} MB。备份、导入、导出和数据交换要等到有 {least} MB 才进行；日常保存照常。请清空回收站或移走大文件。</translation>
    </message>
    <message>
        <source>Part of the database is older than it was. Nothing was overwritten. Restore the newest good backup, or go on with this state if you know why.</source>
        <translation>数据库有一部分比原来的旧。没有覆盖任何文件。请恢复最新的完好备份；如果知道原因，也可就用这份数据继续。</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Station</source>
        <translation>社区服务站</translation>
    </message>
</context>
<context>
    <name>WithdrawalForm</name>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>In the person&apos;s words</source>
        <translation>本人的原话</translation>
    </message>
    <message>
        <source>Erased: {fields}.</source>
        <translation>清除：{fields}。</translation>
    </message>
    <message>
        <source>Kept by law and not used any more: {fields}.</source>
        <translation>依法保存、停止使用：{fields}。</translation>
    </message>
    <message>
        <source>No data hang upon this consent alone.</source>
        <translation>没有仅依赖这项同意的信息。</translation>
    </message>
    <message>
        <source>This can be undone as long as the program runs.</source>
        <translation>程序关闭之前可以撤销。</translation>
    </message>
</context>
<context>
    <name>WithheldCard</name>
    <message>
        <source>Not used any more</source>
        <translation>已停止使用</translation>
    </message>
    <message>
        <source>Kept by law. Seen only with a reason; every look is noted.</source>
        <translation>依法保存。说明理由方可查看，每次查看都有记录。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Choose the person first.</source>
        <translation>请先选择人员。</translation>
    </message>
    <message>
        <source>Let withheld data be used again</source>
        <translation>已恢复使用停用的信息</translation>
    </message>
    <message>
        <source>Nothing is withheld.</source>
        <translation>没有停用的信息。</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Registration unknown</source>
        <translation>户籍不详</translation>
    </message>
    <message>
        <source>Moved out</source>
        <translation>已迁出</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>已死亡</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days} 天前</translation>
    </message>
    <message>
        <source>What is the certificate wanted for?</source>
        <translation>请填写用途。</translation>
    </message>
    <message>
        <source>Write why: the reason stays in the register.</source>
        <translation>请写明原因，原因会留在登记簿中。</translation>
    </message>
    <message>
        <source>How was it made sure of?</source>
        <translation>请选择核实方式。</translation>
    </message>
    <message>
        <source>Who made sure of it?</source>
        <translation>请填写核实人。</translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation>请填写日期。</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>日期还没到。</translation>
    </message>
    <message>
        <source>At most {most} characters.</source>
        <translation>最多 {most} 个字。</translation>
    </message>
    <message>
        <source>Between {least} and {most}.</source>
        <translation>请填 {least} 到 {most} 之间的数。</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} 岁</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No font can print {characters}. Nothing is handed out and no number is used until the text is changed.</source>
        <translation>没有字体能打印{characters}。修改文字之前不会交出，也不占用编号。</translation>
    </message>
    <message>
        <source>{day} ({ago})</source>
        <translation>{day}（{ago}）</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>Work begun</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予办理</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Taken back by the asker</source>
        <translation>申请人撤回</translation>
    </message>
    <message>
        <source>Step undone</source>
        <translation>撤销一步</translation>
    </message>
    <message>
        <source>Entry corrected</source>
        <translation>更正登记</translation>
    </message>
    <message>
        <source>Record corrected</source>
        <translation>更正档案</translation>
    </message>
    <message>
        <source>Data deleted</source>
        <translation>删除信息</translation>
    </message>
    <message>
        <source>Deletion undone</source>
        <translation>撤销删除</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>放入回收站</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Type a name or the end of a number, then choose.</source>
        <translation>请输入姓名或者号码末几位，再选择。</translation>
    </message>
    <message>
        <source>Choose what is asked for.</source>
        <translation>请选择请求的类型。</translation>
    </message>
    <message>
        <source>Choose how you made sure who asks.</source>
        <translation>请选择身份核对方式。</translation>
    </message>
    <message>
        <source>Write what exactly is to be changed or deleted.</source>
        <translation>请写明要更正或者删除什么。</translation>
    </message>
    <message>
        <source>Who asks?</source>
        <translation>谁提出请求？</translation>
    </message>
    <message>
        <source>What was shown as proof?</source>
        <translation>出示了什么材料？</translation>
    </message>
    <message>
        <source>Write the answer: it stands on the paper.</source>
        <translation>请填写答复，将印在答复书上。</translation>
    </message>
    <message>
        <source>A refusal needs its ground in law.</source>
        <translation>不予办理须有法律依据。</translation>
    </message>
    <message>
        <source>What is it wanted for?</source>
        <translation>用途是什么？</translation>
    </message>
    <message>
        <source>Write why: the reason stays in the audit.</source>
        <translation>请写明理由，理由记入审计。</translation>
    </message>
    <message>
        <source>Under fourteen: the guardian asks.</source>
        <translation>不满十四周岁，由监护人提出。</translation>
    </message>
    <message>
        <source>This person has died: a near relative asks.</source>
        <translation>本人已去世，由近亲属提出。</translation>
    </message>
    <message>
        <source>This person lives: he asks himself or by an agent.</source>
        <translation>本人在世，由本人或者代理人提出。</translation>
    </message>
    <message>
        <source>Relatives consult, copy, correct or delete.</source>
        <translation>近亲属可以查阅、复制、更正、删除。</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复印件</translation>
    </message>
    <message>
        <source>Original and copy</source>
        <translation>原件和复印件</translation>
    </message>
    <message>
        <source>Shown, given back</source>
        <translation>原件，当场查验</translation>
    </message>
    <message>
        <source>While one waits</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>1 working day</source>
        <translation>1 个工作日</translation>
    </message>
    <message>
        <source>1 calendar day</source>
        <translation>1 日（自然日）</translation>
    </message>
    <message>
        <source>{days} working days</source>
        <translation>{days} 个工作日</translation>
    </message>
    <message>
        <source>{days} calendar days</source>
        <translation>{days} 日（自然日）</translation>
    </message>
    <message>
        <source>accepted today: due {day} (provisional)</source>
        <translation>今日受理，{day} 到期（暂定）</translation>
    </message>
    <message>
        <source>accepted today: due {day}</source>
        <translation>今日受理，{day} 到期</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>又称</translation>
    </message>
    <message>
        <source>Business line</source>
        <translation>业务线</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>事务类别</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任主体</translation>
    </message>
    <message>
        <source>Who may apply</source>
        <translation>申请对象</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>申请材料</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>办理步骤</translation>
    </message>
    <message>
        <source>Promised time</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>Legal time</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>办理去向</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Compared with local rules</source>
        <translation>已与本地规定核对</translation>
    </message>
    <message>
        <source>Too long for a name: at most 60 characters.</source>
        <translation>名称太长，最多 60 个字。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>Name what is meant: nobody can bring &apos;other materials&apos;.</source>
        <translation>请写明具体材料，不能写“其他材料”。</translation>
    </message>
    <message>
        <source>This stands here already.</source>
        <translation>已经有了。</translation>
    </message>
    <message>
        <source>This number cannot be.</source>
        <translation>数字不对。</translation>
    </message>
    <message>
        <source>Longer than the law allows.</source>
        <translation>超过了法定时限。</translation>
    </message>
    <message>
        <source>Not before the latest version begins.</source>
        <translation>不能早于最新版本的起用日期。</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>To be approved</source>
        <translation>待批准</translation>
    </message>
    <message>
        <source>To be printed</source>
        <translation>待打印</translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation>待领取</translation>
    </message>
    <message>
        <source>To be filed</source>
        <translation>待归档</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>This stands on the paper: write it.</source>
        <translation>这一项要写在证明上，请填写。</translation>
    </message>
    <message>
        <source>A whole number, such as 3.</source>
        <translation>请填整数，如 3。</translation>
    </message>
    <message>
        <source>Hours, whole or half, such as 12.5.</source>
        <translation>请填小时数，可以有半小时，如 12.5。</translation>
    </message>
    <message>
        <source>A day, such as 2026-07-10.</source>
        <translation>请填日期，如 2026-07-10。</translation>
    </message>
    <message>
        <source>At most {most} lines.</source>
        <translation>最多 {most} 行。</translation>
    </message>
    <message>
        <source>Line {row} has {found} parts instead of {columns}.</source>
        <translation>第 {row} 行有 {found} 项，应为 {columns} 项。</translation>
    </message>
    <message>
        <source>In line {row} a part is longer than {most} characters.</source>
        <translation>第 {row} 行有一项超过 {most} 字。</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>快到期</translation>
    </message>
    <message>
        <source>Collected: {who} ({relation}) {on}</source>
        <translation>领取：{who}（{relation}）{on}</translation>
    </message>
    <message>
        <source>Collected: {who} {on}</source>
        <translation>领取：{who} {on}</translation>
    </message>
    <message>
        <source>Write who takes it along.</source>
        <translation>请填写领取人。</translation>
    </message>
    <message>
        <source>Look at the card first, then tick this.</source>
        <translation>请先查看证件，再勾选此项。</translation>
    </message>
    <message>
        <source>check digit {digit}</source>
        <translation>校验 {digit}</translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>Our own work</source>
        <translation>自治事项</translation>
    </message>
    <message>
        <source>Work to assist with</source>
        <translation>协助事项</translation>
    </message>
    <message>
        <source>Work not to be taken on</source>
        <translation>不应承担的工作</translation>
    </message>
    <message>
        <source>Whose it is: {who}</source>
        <translation>责任单位：{who}</translation>
    </message>
    <message>
        <source>Enter it as a task</source>
        <translation>登记为事项</translation>
    </message>
</context>
<context>
    <name>WorkbookSaver</name>
    <message>
        <source>Save as workbook</source>
        <translation>另存为工作簿</translation>
    </message>
    <message>
        <source>Save as workbook (Ctrl+S)</source>
        <translation>另存为工作簿（Ctrl+S）</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>Register</source>
        <translation>登记册</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>List on paper</source>
        <translation>打印清单</translation>
    </message>
    <message>
        <source>Save as workbook</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Beside the year before</source>
        <translation>与上年对比</translation>
    </message>
    <message>
        <source>Who sends how much</source>
        <translation>谁交办多少</translation>
    </message>
    <message>
        <source>Classes and whose they are</source>
        <translation>类别与责任主体</translation>
    </message>
    <message>
        <source>New, and no more</source>
        <translation>新增与减少</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>全部事项</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>经费</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>来源单位</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>事项数</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>准入</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予准入</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>No more</source>
        <translation>不再有</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>{sum} yuan</source>
        <translation>{sum} 元</translation>
    </message>
    <message>
        <source>There is no task in this year.</source>
        <translation>这一年没有事项。</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>准入</translation>
    </message>
    <message>
        <source>The list of the year on paper</source>
        <translation>打印年度清单</translation>
    </message>
    <message>
        <source>Save the year as a workbook</source>
        <translation>导出年度表格</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>返回登记簿</translation>
    </message>
</context>
<context>
    <name>_AgePopup</name>
    <message>
        <source>Ages of your own</source>
        <translation>自定义年龄段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>_ChoicesPopup</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>_DaysPopup</name>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>显示这些天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近7天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Put into the bin (Del)</source>
        <translation>移入回收站（删除键）</translation>
    </message>
    <message>
        <source>not here yet: comes with an exchange file</source>
        <translation>尚未到达本机：随后续交换文件送达</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
</context>
<context>
    <name>access</name>
    <message>
        <source>front-desk clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>站长或督导</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>安全审计员</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask somebody who may: {roles}.</source>
        <translation>您的角色不能做这件事，请找有权限的人：{roles}。</translation>
    </message>
    <message>
        <source>Choose a passphrase of your own first; then you can begin.</source>
        <translation>请先设置您自己的口令，然后就可以开始。</translation>
    </message>
    <message>
        <source>This account is suspended. An administrator can let it go on.</source>
        <translation>此账号已停用，系统管理员可以恢复。</translation>
    </message>
    <message>
        <source>This account has ended. An administrator can invite its owner again.</source>
        <translation>此账号已注销，系统管理员可以重新邀请本人。</translation>
    </message>
    <message>
        <source>The engagement of this account has ended. An administrator can extend it.</source>
        <translation>此账号的聘用期已满，系统管理员可以延长。</translation>
    </message>
    <message>
        <source>There is no such account at this station. Ask an administrator.</source>
        <translation>本站没有这个账号，请找系统管理员。</translation>
    </message>
    <message>
        <source>This lies outside your grids. Ask the station.</source>
        <translation>不在您负责的网格内，请联系服务站。</translation>
    </message>
</context>
<context>
    <name>assistance</name>
    <message>
        <source>Likely within the conditions</source>
        <translation>可能符合条件</translation>
    </message>
    <message>
        <source>Likely on the edge</source>
        <translation>可能属于低保边缘</translation>
    </message>
    <message>
        <source>Likely above the conditions</source>
        <translation>可能超过条件</translation>
    </message>
    <message>
        <source>Cannot be said yet</source>
        <translation>暂时不能判断</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>子女</translation>
    </message>
    <message>
        <source>Other with a duty of support</source>
        <translation>其他有赡养、扶养、抚养义务的人</translation>
    </message>
    <message>
        <source>No duty of support</source>
        <translation>无法定义务</translation>
    </message>
    <message>
        <source>Employed</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>Own trade or farm</source>
        <translation>个体经营、务农</translation>
    </message>
    <message>
        <source>Odd jobs</source>
        <translation>灵活就业</translation>
    </message>
    <message>
        <source>Out of work</source>
        <translation>失业</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>退休</translation>
    </message>
    <message>
        <source>At school</source>
        <translation>在校</translation>
    </message>
    <message>
        <source>Unable to work</source>
        <translation>无劳动能力</translation>
    </message>
    <message>
        <source>Lives by himself</source>
        <translation>独立生活</translation>
    </message>
    <message>
        <source>Full-time student up to bachelor</source>
        <translation>全日制本科及以下在读</translation>
    </message>
    <message>
        <source>Cannot live by himself</source>
        <translation>不能独立生活</translation>
    </message>
    <message>
        <source>Clergy, three years or longer</source>
        <translation>三年以上宗教教职人员</translation>
    </message>
    <message>
        <source>In prison</source>
        <translation>在监狱服刑</translation>
    </message>
    <message>
        <source>In compulsory rehabilitation</source>
        <translation>强制隔离戒毒</translation>
    </message>
    <message>
        <source>Declared missing</source>
        <translation>宣告失踪</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不能确定</translation>
    </message>
    <message>
        <source>applies</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>spouse</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>child under 18</source>
        <translation>未成年子女</translation>
    </message>
    <message>
        <source>full-time student</source>
        <translation>全日制在读</translation>
    </message>
    <message>
        <source>cannot live by himself</source>
        <translation>不能独立生活</translation>
    </message>
    <message>
        <source>living along for long</source>
        <translation>长期共同居住</translation>
    </message>
    <message>
        <source>lives apart</source>
        <translation>不共同居住</translation>
    </message>
    <message>
        <source>no duty of support</source>
        <translation>无法定义务</translation>
    </message>
    <message>
        <source>clergy away for three years</source>
        <translation>三年以上宗教教职人员</translation>
    </message>
    <message>
        <source>in prison</source>
        <translation>在监狱服刑</translation>
    </message>
    <message>
        <source>in compulsory rehabilitation</source>
        <translation>强制隔离戒毒</translation>
    </message>
    <message>
        <source>declared missing</source>
        <translation>宣告失踪</translation>
    </message>
    <message>
        <source>tie not told</source>
        <translation>关系未说明</translation>
    </message>
    <message>
        <source>birthday not told</source>
        <translation>出生日期未说明</translation>
    </message>
    <message>
        <source>not told whether he lives by himself</source>
        <translation>能否独立生活未说明</translation>
    </message>
    <message>
        <source>Each has less than the standard</source>
        <translation>人均收入低于低保标准</translation>
    </message>
    <message>
        <source>Each has the standard, but less than the edge</source>
        <translation>人均收入不低于低保标准，但低于边缘线</translation>
    </message>
    <message>
        <source>Each has as much as the edge, or more</source>
        <translation>人均收入不低于边缘线</translation>
    </message>
    <message>
        <source>Assets beyond the limit: {limit}</source>
        <translation>财产超过规定：{limit}</translation>
    </message>
    <message>
        <source>Assets perhaps beyond the limit: {limit}</source>
        <translation>财产可能超过规定：{limit}</translation>
    </message>
    <message>
        <source>{who}: {what} is not counted</source>
        <translation>{who}：{what}不计入</translation>
    </message>
    <message>
        <source>Relatives of staff: the street registers the case apart</source>
        <translation>有近亲属是工作人员：由街道单独登记备案</translation>
    </message>
    <message>
        <source>Registered elsewhere: apply at the street there</source>
        <translation>户籍在外地：向户籍所在地街道申请</translation>
    </message>
    <message>
        <source>{who}: clergy away for three years</source>
        <translation>{who}：三年以上宗教教职人员，不计入</translation>
    </message>
    <message>
        <source>{who}: in prison</source>
        <translation>{who}：在监狱服刑，不计入</translation>
    </message>
    <message>
        <source>{who}: in compulsory rehabilitation</source>
        <translation>{who}：强制隔离戒毒，不计入</translation>
    </message>
    <message>
        <source>{who}: declared missing</source>
        <translation>{who}：宣告失踪，不计入</translation>
    </message>
    <message>
        <source>{who}: lives apart</source>
        <translation>{who}：不共同居住，不计入</translation>
    </message>
    <message>
        <source>{who}: no duty of support</source>
        <translation>{who}：无法定义务，不计入</translation>
    </message>
    <message>
        <source>The standard of this place, with its document</source>
        <translation>本地低保标准及文件</translation>
    </message>
    <message>
        <source>The standard of this place: the one shown is only an example</source>
        <translation>本地低保标准：显示的只是示例</translation>
    </message>
    <message>
        <source>Tie to the applicant</source>
        <translation>与申请人的关系</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Whether the child lives by himself</source>
        <translation>成年子女能否独立生活</translation>
    </message>
    <message>
        <source>Whether living along for long</source>
        <translation>是否长期共同居住</translation>
    </message>
    <message>
        <source>All income told, even if there is none</source>
        <translation>收入说明（没有也要说明）</translation>
    </message>
    <message>
        <source>What kind of income it is</source>
        <translation>收入属于哪一项</translation>
    </message>
    <message>
        <source>Ask the street whether it counts: {what}</source>
        <translation>问街道是否计入：{what}</translation>
    </message>
    <message>
        <source>Paper not seen: {what}</source>
        <translation>凭证未看：{what}</translation>
    </message>
    <message>
        <source>Ask the street whether it is taken off: {what}</source>
        <translation>问街道能否扣减：{what}</translation>
    </message>
    <message>
        <source>All assets told, even if there are none</source>
        <translation>财产说明（没有也要说明）</translation>
    </message>
    <message>
        <source>Ask the street for the limit: {what}</source>
        <translation>问街道限额：{what}</translation>
    </message>
    <message>
        <source>Whether the applicant is registered here</source>
        <translation>申请人户籍是否在本地</translation>
    </message>
    <message>
        <source>Whether a relative is on the staff</source>
        <translation>是否有近亲属是工作人员</translation>
    </message>
    <message>
        <source>The authorisation, signed</source>
        <translation>签字的核对授权书</translation>
    </message>
    <message>
        <source>clergy in need</source>
        <translation>生活困难的宗教教职人员</translation>
    </message>
    <message>
        <source>severely disabled (level 1 or 2)</source>
        <translation>一级、二级重度残疾</translation>
    </message>
    <message>
        <source>disabled in mind (level 3)</source>
        <translation>三级智力、精神残疾</translation>
    </message>
    <message>
        <source>seriously ill</source>
        <translation>患重特大疾病</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>内容太长。</translation>
    </message>
    <message>
        <source>This is before the step it follows.</source>
        <translation>早于前一环节的日期。</translation>
    </message>
    <message>
        <source>There are too many rows.</source>
        <translation>行数太多。</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>日期还没有到。</translation>
    </message>
    <message>
        <source>This number cannot be.</source>
        <translation>数字不对。</translation>
    </message>
    <message>
        <source>One member applies, no more and no fewer.</source>
        <translation>申请人应当有一名，且只有一名。</translation>
    </message>
    <message>
        <source>There is one spouse at most.</source>
        <translation>配偶最多一名。</translation>
    </message>
    <message>
        <source>{low} yuan</source>
        <translation>{low}元</translation>
    </message>
    <message>
        <source>{low} yuan or more</source>
        <translation>不低于{low}元</translation>
    </message>
    <message>
        <source>{low} to {high} yuan</source>
        <translation>{low}至{high}元</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>looked at</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>given out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>upkeep</source>
        <translation>维护</translation>
    </message>
</context>
<context>
    <name>case_reasons</name>
    <message>
        <source>Take the materials in first; then tell what lacks.</source>
        <translation>请先收件，再告知缺少的材料。</translation>
    </message>
    <message>
        <source>The materials were taken in already.</source>
        <translation>已经收件。</translation>
    </message>
    <message>
        <source>The case is not accepted yet. Accept it first.</source>
        <translation>尚未受理，请先受理。</translation>
    </message>
    <message>
        <source>The case is accepted already.</source>
        <translation>已经受理。</translation>
    </message>
    <message>
        <source>This is a draft. Discard it instead.</source>
        <translation>这还是草稿，请直接删除草稿。</translation>
    </message>
    <message>
        <source>What lacks was told and is awaited. Note what was brought first.</source>
        <translation>已告知补正，请先登记补正材料。</translation>
    </message>
    <message>
        <source>Nothing is awaited: it was not told that anything lacks.</source>
        <translation>没有待补正的材料：尚未告知补正。</translation>
    </message>
    <message>
        <source>The case lies with an office. Note that it came back first.</source>
        <translation>办件在转办单位，请先登记退回。</translation>
    </message>
    <message>
        <source>The case lies with no office.</source>
        <translation>办件没有转出。</translation>
    </message>
    <message>
        <source>The case is being worked at already.</source>
        <translation>已在办理中。</translation>
    </message>
    <message>
        <source>Begin to work at the case first.</source>
        <translation>请先开始办理。</translation>
    </message>
    <message>
        <source>The clock of the case stands still. Restart it first.</source>
        <translation>办件已挂起，请先恢复计时。</translation>
    </message>
    <message>
        <source>The clock of the case is running.</source>
        <translation>办件没有挂起。</translation>
    </message>
    <message>
        <source>The case hangs out. Work at it again first.</source>
        <translation>办件正在公示，请先结束公示。</translation>
    </message>
    <message>
        <source>The case is not closed yet.</source>
        <translation>尚未办结。</translation>
    </message>
    <message>
        <source>Tell the applicant first.</source>
        <translation>请先通知申请人。</translation>
    </message>
    <message>
        <source>This was done already, or is not needed any more.</source>
        <translation>已经完成，或不再需要。</translation>
    </message>
    <message>
        <source>The case is finished and is not opened again. Begin another one.</source>
        <translation>办件已经结束，不能重新办理。请另建办件。</translation>
    </message>
    <message>
        <source>Something lacks: {names}. Tick what was brought, tell what lacks, or note what was promised.</source>
        <translation>缺少材料：{names}。请勾选已收材料、告知补正，或填写容缺承诺。</translation>
    </message>
    <message>
        <source>Nothing lacks. Accept the case.</source>
        <translation>材料齐全，请直接受理。</translation>
    </message>
    <message>
        <source>All that lacks is told once. These were not told the first time: {names}.</source>
        <translation>补正应一次性告知，以下材料首次未告知：{names}。</translation>
    </message>
    <message>
        <source>What lacks could be told until {until}. The case counts as accepted on the day it came: accept it.</source>
        <translation>补正告知截止到{until}，逾期未告知的自收件之日起即为受理，请受理。</translation>
    </message>
    <message>
        <source>The applicant has until {until} to bring what lacks.</source>
        <translation>申请人可在{until}前补正。</translation>
    </message>
    <message>
        <source>The item of a case stays. Begin another case for another item.</source>
        <translation>办件的事项不能更换，请另建办件。</translation>
    </message>
    <message>
        <source>The case has a number. Note that it was withdrawn instead.</source>
        <translation>办件已有编号，请办理撤回。</translation>
    </message>
    <message>
        <source>This is no number of a case: a digit is wrong or missing. Compare it with the receipt.</source>
        <translation>办件编号有误：有数字写错或缺少，请与回执核对。</translation>
    </message>
    <message>
        <source>This office is not in the directory. Choose another one.</source>
        <translation>名录中没有这个单位，请另选。</translation>
    </message>
    <message>
        <source>As the case stands there is no such paper of it.</source>
        <translation>按办件当前状态，没有这份文书。</translation>
    </message>
    <message>
        <source>Speak to whoever gave the rating first, and note what was said.</source>
        <translation>请先联系评价人，并登记沟通情况。</translation>
    </message>
    <message>
        <source>It is noted already that they were spoken to.</source>
        <translation>已登记联系情况。</translation>
    </message>
    <message>
        <source>Say first whether the rating was right.</source>
        <translation>请先判定评价是否属实。</translation>
    </message>
    <message>
        <source>It was said already whether the rating was right.</source>
        <translation>评价是否属实已经判定。</translation>
    </message>
    <message>
        <source>Note first what was done to put it right.</source>
        <translation>请先登记整改措施。</translation>
    </message>
    <message>
        <source>There is nothing left to put right. Call back, or have it put right again.</source>
        <translation>没有待整改的内容。请回访，或重新整改。</translation>
    </message>
    <message>
        <source>This bad rating is settled.</source>
        <translation>该差评已办结。</translation>
    </message>
    <message>
        <source>Nothing is taken from this screen any more. Turn the screen again for the case.</source>
        <translation>此次评价已结束。如需评价，请在办件中重新转屏。</translation>
    </message>
    <message>
        <source>You served this case yourself. Have a colleague say whether the rating was a mistake.</source>
        <translation>该办件由您本人办理，请由其他同事判定是否误评。</translation>
    </message>
    <message>
        <source>This number was entered already: case {number}, {item}.</source>
        <translation>这个编号已登记过：办件 {number}，{item}。</translation>
    </message>
    <message>
        <source>The order was given more time already; it is given once.</source>
        <translation>工单已经延过期，只能延一次。</translation>
    </message>
    <message>
        <source>This order gets no more time: it is not accepted yet, stopped, overdue or done.</source>
        <translation>这件工单不能延期：还没有受理、已停表、已逾期或者已办结。</translation>
    </message>
    <message>
        <source>Its source lets it take until {until}, no longer.</source>
        <translation>按来件规定最长延至 {until}。</translation>
    </message>
    <message>
        <source>Answer the order first; then call back.</source>
        <translation>请先答复，再回访。</translation>
    </message>
    <message>
        <source>Nothing with a kind of problem was received in this period.</source>
        <translation>本期没有收到带问题分类的来件。</translation>
    </message>
    <message>
        <source>The list of this period is not drawn up yet.</source>
        <translation>本期清单还没有生成。</translation>
    </message>
    <message>
        <source>A period is a year, a half, a quarter or a month.</source>
        <translation>期间应为年、半年、季度或月。</translation>
    </message>
    <message>
        <source>Approval was asked for already. Decide, or note that it was withdrawn.</source>
        <translation>已经提请过。请作出决定，或登记撤销。</translation>
    </message>
    <message>
        <source>The task was admitted already. Withdraw it if that no longer holds.</source>
        <translation>事项已经准入。不再有效时请撤销。</translation>
    </message>
    <message>
        <source>The task is not admitted yet.</source>
        <translation>事项还没有准入。</translation>
    </message>
    <message>
        <source>This is over. Enter the task anew if it is sent again.</source>
        <translation>事项已经结束。再次交办时请重新登记。</translation>
    </message>
    <message>
        <source>This is on the list of what a community does not take on: refuse it.</source>
        <translation>属于不应由社区承担的事项：请不予准入。</translation>
    </message>
    <message>
        <source>It is in none of our lists: whoever sends it asks for approval first.</source>
        <translation>不在清单内：请来源单位先提请准入。</translation>
    </message>
    <message>
        <source>It is in our lists, which need no approval: admit it by the list.</source>
        <translation>清单内事项不需要提请：可按清单准入。</translation>
    </message>
    <message>
        <source>Say first in which list the task stands: correct the entry.</source>
        <translation>请先更正登记，选择属于哪个清单。</translation>
    </message>
    <message>
        <source>What is temporary takes an agreement of its own: enter it first.</source>
        <translation>临时事项需要专项协议：请先填写。</translation>
    </message>
    <message>
        <source>The task has no last day. Withdraw it, or enter the day.</source>
        <translation>没有填写结束日期。请填写日期，或者撤销。</translation>
    </message>
    <message>
        <source>The time of the task is not over yet.</source>
        <translation>准入期限还没有满。</translation>
    </message>
    <message>
        <source>As the task stands there is no such paper of it.</source>
        <translation>目前状态下没有这份文书。</translation>
    </message>
    <message>
        <source>This list is here already: {name}.</source>
        <translation>这份清单已经有了：{name}。</translation>
    </message>
    <message>
        <source>This list comes with the program. Leave it out instead: {name}.</source>
        <translation>这份清单随程序提供，可以停用：{name}。</translation>
    </message>
    <message>
        <source>“{name}” is neither JPEG, PNG nor PDF. Save it as one of these, or photograph it anew.</source>
        <translation>“{name}”不是 JPEG、PNG 或 PDF。请另存为其中一种，或重新拍照。</translation>
    </message>
    <message>
        <source>“{name}” is empty. Save or scan it once more.</source>
        <translation>“{name}”是空文件。请重新保存或扫描。</translation>
    </message>
    <message>
        <source>The ending of “{name}” says something else than its content. Give it the right ending (.jpg, .png, .pdf), or save it anew.</source>
        <translation>“{name}”的扩展名与内容不符。请改为正确的扩展名（如 .pdf），或重新保存。</translation>
    </message>
    <message>
        <source>Something else is hidden in “{name}”. Do not open it; scan or photograph the paper anew.</source>
        <translation>“{name}”中藏有其他内容。请勿打开，请重新扫描或拍照。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or not whole. Copy it from the camera or scanner once more.</source>
        <translation>“{name}”已损坏或不完整。请从相机或扫描仪重新复制。</translation>
    </message>
    <message>
        <source>“{name}” asks for a password. Save it without one, or scan the paper.</source>
        <translation>“{name}”需要密码。请另存为无密码的文件，或扫描纸件。</translation>
    </message>
    <message>
        <source>“{name}” is too large: at most {given} MB, and {kept} MB as it is kept. Scan it with 200 dpi in grey, or in several parts.</source>
        <translation>“{name}”过大：原件不超过 {given} MB，存入后不超过 {kept} MB。请用每英寸 200 点灰度扫描，或分几份扫描。</translation>
    </message>
    <message>
        <source>“{name}” has more than {pixels} million pixels. Take it with a lower resolution.</source>
        <translation>“{name}”超过 {pixels} 百万像素。请降低分辨率重新拍摄。</translation>
    </message>
    <message>
        <source>“{name}” has more than {pages} pages. Scan it in several parts.</source>
        <translation>“{name}”超过 {pages} 页。请分几份扫描。</translation>
    </message>
    <message>
        <source>“{name}” takes too much time or memory to be read. Scan or photograph the paper anew.</source>
        <translation>读取“{name}”耗时或占用内存过多。请重新扫描或拍照。</translation>
    </message>
    <message>
        <source>The files of this case would be more than {case} MB. Remove some, or add smaller ones.</source>
        <translation>此办件的附件将超过 {case} MB。请移除一些，或添加更小的文件。</translation>
    </message>
    <message>
        <source>A case holds at most {files} files. Remove some, or scan several papers into one PDF.</source>
        <translation>一个办件最多 {files} 个附件。请移除一些，或把几份纸件扫描成一个 PDF。</translation>
    </message>
    <message>
        <source>“{name}” is there already: it is kept as “{other}”.</source>
        <translation>“{name}”已在此办件中，名为“{other}”。</translation>
    </message>
    <message>
        <source>The case lies in the archive; its files stay as they are. Begin another case.</source>
        <translation>办件已归档，附件不再变动。请另办一件。</translation>
    </message>
    <message>
        <source>“{name}” was added on another device and has not arrived here yet. It comes with one of its next exchange files.</source>
        <translation>“{name}”在另一台设备上添加，尚未到达本机，将随其后续交换文件送达。</translation>
    </message>
    <message>
        <source>“{name}” is not what was kept. Check the store, and restore a backup if it is damaged.</source>
        <translation>“{name}”与存入时不符。请检查数据，如已损坏请用备份恢复。</translation>
    </message>
    <message>
        <source>Case {number} does not bear the number of this order, or is a double itself. Look again.</source>
        <translation>办件{number}的工单编号与本件不同，或它本身已是重复件。请再核对。</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>Enquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>At an office</source>
        <translation>转办中</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公示中</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>已领取</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>已评价</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>逾期视为撤回</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停表</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>将到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>暂定</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Passphrase: </source>
        <translation>口令：</translation>
    </message>
    <message>
        <source>New passphrase: </source>
        <translation>新口令：</translation>
    </message>
    <message>
        <source>The same again: </source>
        <translation>再输入一次：</translation>
    </message>
    <message>
        <source>Put the passphrase into the variable {variable}, or start this on a terminal.</source>
        <translation>请把口令放入环境变量 {variable}，或者在终端中运行。</translation>
    </message>
    <message>
        <source>The station {name} stands in {home}.</source>
        <translation>{name}的资料库已建在 {home}。</translation>
    </message>
    <message>
        <source>Residents: {people}</source>
        <translation>居民：{people} 人</translation>
    </message>
    <message>
        <source>Paper key, shown this once. Keep it locked away, not beside the computer:</source>
        <translation>恢复密钥，只显示这一次。请锁好保管，不要放在电脑旁边：</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Household {number}, {address}</source>
        <translation>家庭户 {number}，{address}</translation>
    </message>
    <message>
        <source>Would take {accepted} of {read} rows, {new} of them new people.</source>
        <translation>共读取 {read} 行，可导入 {accepted} 行，其中新居民 {new} 人。</translation>
    </message>
    <message>
        <source>Took {accepted} of {read} rows: {added} people added, {changed} changed.</source>
        <translation>共读取 {read} 行，已导入 {accepted} 行：新增 {added} 人，修改 {changed} 人。</translation>
    </message>
    <message>
        <source>Set aside, {code}: {count}</source>
        <translation>退回，{code}：{count} 行</translation>
    </message>
    <message>
        <source>Taken, to be looked at, {code}: {count}</source>
        <translation>已接收、需留意，{code}：{count} 行</translation>
    </message>
    <message>
        <source>The rows set aside are in {file}.</source>
        <translation>退回的行已存入 {file}。</translation>
    </message>
    <message>
        <source>Residents in the store: {people}</source>
        <translation>资料库现有居民：{people} 人</translation>
    </message>
    <message>
        <source>To take it back: station import residents --undo {batch}</source>
        <translation>如需撤销：station import residents --undo {batch}</translation>
    </message>
    <message>
        <source>Taken back: {removed} people are gone again.</source>
        <translation>已撤销：移除 {removed} 人。</translation>
    </message>
    <message>
        <source>Issued {number}: {file}</source>
        <translation>已开具 {number}：{file}</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Something is wrong. Do not go on working with this store; restore a backup.</source>
        <translation>资料库有问题。请不要继续使用，改用备份恢复。</translation>
    </message>
    <message>
        <source>Residents {people}, households {households}, found by the search {indexed}</source>
        <translation>居民 {people} 人，家庭户 {households} 户，可查找 {indexed} 人</translation>
    </message>
    <message>
        <source>Schema {schema}, content {content}</source>
        <translation>结构版本 {schema}，内容 {content}</translation>
    </message>
    <message>
        <source>Wrong order {misordered}, wrong standing {misjudged}, wrong address {misrendered}</source>
        <translation>排序有误 {misordered}，人口类型有误 {misjudged}，地址有误 {misrendered}</translation>
    </message>
    <message>
        <source>The tour left in {folder}:</source>
        <translation>演示文件已存入 {folder}：</translation>
    </message>
    <message>
        <source>The tour did not come to its end: {where}</source>
        <translation>演示没有走完：{where}</translation>
    </message>
    <message>
        <source>This device: {name} ({kind}), {key}</source>
        <translation>本机：{name}（{kind}），{key}</translation>
    </message>
    <message>
        <source>{device}  {name}  {kind}  {state}  {scope}</source>
        <translation>{device}  {name}  {kind}  {state}  {scope}</translation>
    </message>
    <message>
        <source>Take {file} to the station, which answers it.</source>
        <translation>请把 {file} 带到服务站，由服务站答复。</translation>
    </message>
    <message>
        <source>{name} is taken in. Take {file} back to it.</source>
        <translation>已许可“{name}”加入。请把 {file} 带回该设备。</translation>
    </message>
    <message>
        <source>{name} belongs to {station} now.</source>
        <translation>“{name}”已加入{station}。</translation>
    </message>
    <message>
        <source>Fingerprint of the request, the same on both devices: {digits}</source>
        <translation>申请核对数字（两台设备应一致）：{digits}</translation>
    </message>
    <message>
        <source>Fingerprint of the grant, the same on both devices: {digits}</source>
        <translation>许可核对数字（两台设备应一致）：{digits}</translation>
    </message>
    <message>
        <source>{records} records were let go.</source>
        <translation>已清除 {records} 条记录。</translation>
    </message>
    <message>
        <source>Lost, for it was never sent: {table} {count}</source>
        <translation>未曾发送、已丢失：{table} {count} 条</translation>
    </message>
    <message>
        <source>{option} does not go with {step}.</source>
        <translation>{option} 不能与 {step} 同用。</translation>
    </message>
    <message>
        <source>{step} needs {option} too.</source>
        <translation>{step} 还需要 {option}。</translation>
    </message>
    <message>
        <source>File {number} for {to}: {file}</source>
        <translation>给“{to}”的第 {number} 号文件：{file}</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>没有需要发送的内容。</translation>
    </message>
    <message>
        <source>{file}: file {number} of {sender}, {added} records added, {changed} fields changed, {conflicts} conflicts</source>
        <translation>{file}：“{sender}”的第 {number} 号文件，新增 {added} 条记录，更改 {changed} 处，冲突 {conflicts} 处</translation>
    </message>
    <message>
        <source>{file}: {why}</source>
        <translation>{file}：{why}</translation>
    </message>
    <message>
        <source>  A file before this one is missing. What it brought comes again with the next.</source>
        <translation>  缺少更早的一个文件，其内容会随下一个文件补来。</translation>
    </message>
    <message>
        <source>  Records that wait for others: {rows}</source>
        <translation>  等待相关记录的记录：{rows}</translation>
    </message>
    <message>
        <source>Taken back: {rows} records are as they were.</source>
        <translation>已撤回：{rows} 条记录恢复原样。</translation>
    </message>
    <message>
        <source>Not sent {unsent}, without a receipt {unconfirmed}, waiting {waiting}, conflicts {conflicts}</source>
        <translation>未发送 {unsent}，未收到回执 {unconfirmed}，等待 {waiting}，冲突 {conflicts}</translation>
    </message>
    <message>
        <source>{name} ({state}): not sent {unsent}, without a receipt {unconfirmed}</source>
        <translation>{name}（{state}）：未发送 {unsent}，未收到回执 {unconfirmed}</translation>
    </message>
    <message>
        <source>{about}: {table} {field} ({key})</source>
        <translation>{about}：{table} {field}（{key}）</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>没有待核对的内容。</translation>
    </message>
    <message>
        <source>Say what the laptop is to hold: {options}</source>
        <translation>请说明笔记本保存哪些数据：{options}</translation>
    </message>
    <message>
        <source>The audit is whole: all of its {count} entries are as they were written.</source>
        <translation>审计完整：{count} 条记录均与写入时一致。</translation>
    </message>
    <message>
        <source>The last entry: {number}:{digest}</source>
        <translation>最后一条：{number}:{digest}</translation>
    </message>
    <message>
        <source>An end that was cut off, or an audit made anew as a whole, is only found with --anchor: the last entry as it was told at an earlier time and kept outside this computer.</source>
        <translation>末尾被截去、或整体重写的审计，须用 --anchor 才能查出：即以前显示过、另行保存在本机之外的最后一条。</translation>
    </message>
    <message>
        <source>The audit was tampered with: entry {number} was changed.</source>
        <translation>审计被篡改：第 {number} 条被改动。</translation>
    </message>
    <message>
        <source>The audit was tampered with: entry {number} is missing.</source>
        <translation>审计被篡改：缺少第 {number} 条。</translation>
    </message>
    <message>
        <source>The audit was tampered with: the number {number} was given twice.</source>
        <translation>审计被篡改：序号 {number} 重复。</translation>
    </message>
    <message>
        <source>The audit was tampered with: entry {number} does not follow the one that stands before it.</source>
        <translation>审计被篡改：第 {number} 条与前一条不衔接。</translation>
    </message>
    <message>
        <source>The audit was tampered with: entry {number} stood in another place.</source>
        <translation>审计被篡改：第 {number} 条的位置被调换。</translation>
    </message>
    <message>
        <source>The audit was cut off, or an older backup was restored: entry {number} is missing, and all after it up to the anchor.</source>
        <translation>审计末尾被截去，或恢复过较早的备份：从第 {number} 条到锚点均缺失。</translation>
    </message>
    <message>
        <source>The audit is not the one the anchor was taken from: entry {number} is another. It was made anew, or an older backup was restored.</source>
        <translation>审计与取锚点时的不是同一份：第 {number} 条不一致。审计被重写，或恢复过较早的备份。</translation>
    </message>
    <message>
        <source>The audit is whole up to entry {number}, but what keeps its entries from being changed was removed from the store.</source>
        <translation>审计到第 {number} 条为止完整，但资料库中防止改动审计的保护已被去除。</translation>
    </message>
    <message>
        <source>The audit holds no entry yet.</source>
        <translation>审计中还没有记录。</translation>
    </message>
    <message>
        <source>Backed up and read back: {file}</source>
        <translation>已备份并读回核对：{file}</translation>
    </message>
    <message>
        <source>Day book: {line}</source>
        <translation>日志：{line}</translation>
    </message>
    <message>
        <source>{name}: {line}</source>
        <translation>{name}：{line}</translation>
    </message>
    <message>
        <source>No other device has told of its audit yet.</source>
        <translation>尚无其他设备的审计链头。</translation>
    </message>
    <message>
        <source>The day sheet is in {file}.</source>
        <translation>工作日志页已存到{file}。</translation>
    </message>
    <message>
        <source>{count} entries are in {file}.</source>
        <translation>{count}条记录已导出到{file}。</translation>
    </message>
    <message>
        <source>Alarms looked into: {count}</source>
        <translation>已查明警报：{count}个</translation>
    </message>
    <message>
        <source>The entries up to {upto} are in {file}, beside the backups.</source>
        <translation>第{upto}条及以前的记录已归档到备份旁的{file}。</translation>
    </message>
    <message>
        <source>Alarm, entry {number} of {at}: {what} ({device})</source>
        <translation>警报，第{number}条，{at}：{what}（{device}）</translation>
    </message>
    <message>
        <source>Paper key: </source>
        <translation>恢复密钥：</translation>
    </message>
    <message>
        <source>Also on {name}, read back.</source>
        <translation>已另存于 {name}，并已读回核对。</translation>
    </message>
    <message>
        <source>Not on {name}: it is not plugged in, full, or cannot be written to.</source>
        <translation>未能存到 {name}：未插上、已满或无法写入。</translation>
    </message>
    <message>
        <source>{moment}  {why}  {state}  {place}  {file}</source>
        <translation>{moment}  {why}  {state}  {place}  {file}</translation>
    </message>
    <message>
        <source>No backup was found. Look elsewhere with {option}.</source>
        <translation>没有找到备份。可用 {option} 到别处查找。</translation>
    </message>
    <message>
        <source>Would be lost: {added} records entered since, {changed} changes. Would come back: {back} residents.</source>
        <translation>会丢失：此后新增的 {added} 条记录、{changed} 处修改。会重新出现：居民 {back} 人。</translation>
    </message>
    <message>
        <source>What stands there now cannot be read, or is not there.</source>
        <translation>现有数据无法读取，或不存在。</translation>
    </message>
    <message>
        <source>Restored as of {moment}: residents {people}. Sign in to go on.</source>
        <translation>已恢复到 {moment}：居民 {people} 人。请登录后继续工作。</translation>
    </message>
    <message>
        <source>What stood there before is kept for 30 days in {file}.</source>
        <translation>原来的数据保留 30 天，在 {file}。</translation>
    </message>
    <message>
        <source>Last good backup: {backup}</source>
        <translation>最近一次完好的备份：{backup}</translation>
    </message>
    <message>
        <source>Last test with the paper key: {drill}</source>
        <translation>最近一次用恢复密钥检验：{drill}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Passphrase of the second person: </source>
        <translation>复核人口令：</translation>
    </message>
    <message>
        <source>{people} residents are in {file}, number {number}.</source>
        <translation>{people} 名居民已导出到 {file}，导出编号 {number}。</translation>
    </message>
    <message>
        <source>{word}. {meaning}</source>
        <translation>{word}。{meaning}</translation>
    </message>
    <message>
        <source>  {title}: {value}</source>
        <translation>  {title}：{value}</translation>
    </message>
    <message>
        <source>The verification page is in {file}: keys {keys}, void certificates {revoked}.</source>
        <translation>核验网页已写入 {file}：密钥 {keys} 个，作废证明 {revoked} 份。</translation>
    </message>
    <message>
        <source>No certificate has been given a number yet.</source>
        <translation>尚未有证明编过号。</translation>
    </message>
    <message>
        <source>{word} of {year}: {given} numbers are here, {missing} are missing.</source>
        <translation>{word}〔{year}〕：在册 {given} 号，缺 {missing} 号。</translation>
    </message>
    <message>
        <source>  {first} to {last}: given by {giver}, {given} of them, {void} void</source>
        <translation>  {first} 至 {last}：由{giver}编发，在册 {given} 号，其中作废 {void} 号</translation>
    </message>
    <message>
        <source>a device not known here (segment {segment})</source>
        <translation>本机不认识的设备（号段 {segment}）</translation>
    </message>
    <message>
        <source>    {first} to {last}: not arrived yet. Take in the files of that device.</source>
        <translation>    {first} 至 {last}：尚未收到，请接收该设备的数据包。</translation>
    </message>
    <message>
        <source>    {first} to {last}: given by this device and gone. Nothing takes a number away: have the store checked, and compare with the newest backup.</source>
        <translation>    {first} 至 {last}：本机编发，现已不在。程序不会删号，请检查数据库并与最近的备份比对。</translation>
    </message>
    <message>
        <source>    what it has given since its last file may follow</source>
        <translation>    其后可能还有该设备上次导出之后编发的号</translation>
    </message>
    <message>
        <source>    the store was put back from a copy after that: what was given in between may be on paper</source>
        <translation>    此后数据曾从备份恢复，期间编发的号可能已在纸面上使用</translation>
    </message>
    <message>
        <source>  {serial} was given more than once.</source>
        <translation>  {serial} 重号。</translation>
    </message>
    <message>
        <source>The paper of {number} is in {file}.</source>
        <translation>办件 {number} 的文书已写入 {file}。</translation>
    </message>
    <message>
        <source>{key}  {issuer}  {from} – {to}  certificates {papers}</source>
        <translation>{key}  {issuer}  {from} – {to}  证明 {papers} 份</translation>
    </message>
    <message>
        <source>{key}  {issuer}  {from} – {to}  certificates {papers}  withdrawn {withdrawn}</source>
        <translation>{key}  {issuer}  {from} – {to}  证明 {papers} 份  {withdrawn} 停用</translation>
    </message>
    <message>
        <source>No certificate has been signed here yet.</source>
        <translation>这里还没有签发过证明。</translation>
    </message>
    <message>
        <source>Key {key} is withdrawn. Certificates that still hold: {confirmed}.</source>
        <translation>密钥 {key} 已停用，仍然有效的证明 {confirmed} 份。</translation>
    </message>
    <message>
        <source>The request for root key {root} is in {file}. Take it to the street office.</source>
        <translation>根密钥 {root} 的认可申请已写入 {file}，请交街道。</translation>
    </message>
    <message>
        <source>{by} (key {street}) stands for root key {root} of {station} until {until}: {file}</source>
        <translation>{by}（密钥 {street}）认可{station}的根密钥 {root}，至 {until}：{file}</translation>
    </message>
    <message>
        <source>{by} (key {street}) stands for root key {root} of {station} until {until}.</source>
        <translation>{by}（密钥 {street}）认可{station}的根密钥 {root}，至 {until}。</translation>
    </message>
    <message>
        <source>Backup of {moment}: residents {people}, households {households}, certificates {certificates}, cases {cases}, files {files}, files of cases {case_files}</source>
        <translation>备份 {moment}：居民 {people}，户 {households}，证明 {certificates}，办件 {cases}，文件 {files}，办件文件 {case_files}</translation>
    </message>
    <message>
        <source>Now: residents {people}, households {households}, certificates {certificates}, cases {cases}, files {files}, files of cases {case_files}</source>
        <translation>现在：居民 {people}，户 {households}，证明 {certificates}，办件 {cases}，文件 {files}，办件文件 {case_files}</translation>
    </message>
</context>
<context>
    <name>damage</name>
    <message>
        <source>Part of the database is damaged: it does not read back as it was written. Nothing was overwritten. Do not go on working with it: restore the newest good backup.</source>
        <translation>数据库有一部分损坏，读出的内容与写入时不符。没有覆盖任何文件。请勿继续使用，请恢复最新的完好备份。</translation>
    </message>
    <message>
        <source>The database is not in its folder any more. Nothing was overwritten. Look for it where it may have been moved, and put it back; else restore the newest good backup.</source>
        <translation>数据库已不在原来的文件夹里。没有覆盖任何文件。请查找它是否被移到别处，找到后放回；找不到就恢复最新的完好备份。</translation>
    </message>
    <message>
        <source>The database has no content any more. Nothing was overwritten. Restore the newest good backup.</source>
        <translation>数据库已没有内容。没有覆盖任何文件。请恢复最新的完好备份。</translation>
    </message>
    <message>
        <source>The end of the database is missing, as after copying that was broken off. Nothing was overwritten. Restore the newest good backup.</source>
        <translation>数据库缺了末尾一段，例如复制中断后就会这样。没有覆盖任何文件。请恢复最新的完好备份。</translation>
    </message>
    <message>
        <source>The database is older than it was. Nothing was overwritten. Restore the newest good backup, or go on with this state if you know why.</source>
        <translation>数据库比原来的旧。没有覆盖任何文件。请恢复最新的完好备份；如果知道原因，也可就用这份数据继续。</translation>
    </message>
    <message>
        <source>An older state of the database lies here: it ends at {found}, but work has gone on until {last}. Nothing was overwritten. Restore a newer backup, or go on with this state if it was meant to be put back.</source>
        <translation>这里是一份较旧的数据：只到 {found}，而实际工作已做到 {last}。没有覆盖任何文件。请恢复更新的备份；如果是有意放回的，可就用这份数据继续。</translation>
    </message>
    <message>
        <source>The latest changes are missing: the log of what was done between {found} and {last} is damaged. Nothing was overwritten. Go on with this state and enter those changes again, or restore a newer backup.</source>
        <translation>最近的更改缺失：{found} 至 {last} 之间的日志已损坏。没有覆盖任何文件。请就用这份数据继续并补录这些更改，或恢复更新的备份。</translation>
    </message>
    <message>
        <source>The file with the station&apos;s keys is damaged. The database was not touched. Put the keys back from a backup; the passphrase is then the one of that day.</source>
        <translation>本站的钥匙文件已损坏。数据库没有动过。请从备份放回钥匙文件，放回后使用当时的口令。</translation>
    </message>
    <message>
        <source>The file with the station&apos;s keys is gone. The database was not touched. Put the keys back from a backup; the passphrase is then the one of that day.</source>
        <translation>本站的钥匙文件不见了。数据库没有动过。请从备份放回钥匙文件，放回后使用当时的口令。</translation>
    </message>
    <message>
        <source>These keys do not belong to this database: one of the two files is another station&apos;s. Nothing was overwritten. Put the keys back from a backup, or restore the newest good one.</source>
        <translation>钥匙文件与数据库不配套：其中一个是别的服务站的。没有覆盖任何文件。请从备份放回钥匙文件，或恢复最新的完好备份。</translation>
    </message>
    <message>
        <source>Only {free} MB are free on the disk, so this was not begun. Make room until at least {least} MB are free, then try again. Saving goes on as before.</source>
        <translation>磁盘只剩 {free} MB，因此没有开始。请腾出空间，至少有 {least} MB 后再试。日常保存照常进行。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing that was saved is lost, and what you have typed stays here. Make room, then save again.</source>
        <translation>磁盘已满。已保存的内容没有丢失，刚录入的内容仍在这里。请腾出空间，然后再保存。</translation>
    </message>
    <message>
        <source>Part of the database is older than it was when the program was last closed ({last}). Nothing was overwritten. Restore the newest good backup, or go on with this state if you know why.</source>
        <translation>数据库有一部分比上次关闭程序时（{last}）旧。没有覆盖任何文件。请恢复最新的完好备份；如果知道原因，也可就用这份数据继续。</translation>
    </message>
    <message>
        <source>The station&apos;s data file is damaged, or another file lies in its place. Nothing was overwritten. Restore the newest good backup.</source>
        <translation>本站的数据文件已损坏，或被别的文件顶替。没有覆盖任何文件。请恢复最新的完好备份。</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>This is no file of the exchange. Choose one that another device has written.</source>
        <translation>这不是数据交换文件。请选择另一台设备写出的文件。</translation>
    </message>
    <message>
        <source>The end of this file is missing. Copy it once more, whole.</source>
        <translation>文件不完整，缺少末尾。请重新完整拷贝一次。</translation>
    </message>
    <message>
        <source>This file was damaged or altered on its way. Nothing of it was taken in; let the sender write it anew.</source>
        <translation>文件在途中损坏或被改动，内容均未接收。请发送方重新写出。</translation>
    </message>
    <message>
        <source>A newer version of this program has written this file. Install it here too.</source>
        <translation>该文件由更新版本的程序写出。请在本机也安装新版本。</translation>
    </message>
    <message>
        <source>This file is larger than any file of the exchange. It was not opened.</source>
        <translation>该文件超过交换文件的大小上限，未打开。</translation>
    </message>
    <message>
        <source>This file is not what it should be. Nothing of it was taken in; tell whoever looks after the program.</source>
        <translation>文件内容不合规定，均未接收。请告知程序维护人员。</translation>
    </message>
    <message>
        <source>This file is not for this device. Take it to the one it was written for.</source>
        <translation>该文件不是给本机的。请带到它所指定的设备。</translation>
    </message>
    <message>
        <source>The device that wrote this file is not known here. Let it request entrance first.</source>
        <translation>本机不认识写出该文件的设备。请先让它申请加入。</translation>
    </message>
    <message>
        <source>{name} is suspended. Resume it, then take its files in.</source>
        <translation>“{name}”已暂停。请先恢复，再接收它的文件。</translation>
    </message>
    <message>
        <source>{name} was reported lost. Its files are not taken in any more.</source>
        <translation>“{name}”已报遗失，不再接收它的文件。</translation>
    </message>
    <message>
        <source>{name} does not belong to the station any more. Its files are not taken in.</source>
        <translation>“{name}”已停用，不再接收它的文件。</translation>
    </message>
    <message>
        <source>File {number} of {name} was taken in before. Nothing has changed.</source>
        <translation>“{name}”的第 {number} 号文件此前已接收，没有变化。</translation>
    </message>
    <message>
        <source>{name} has sent another file of the same number before: an older copy of its data seems to be in use there. Nothing was taken in; start the program there anew and write again.</source>
        <translation>“{name}”此前已发过同一编号的另一个文件，那边可能在使用旧的数据副本。内容均未接收；请在那边重新启动程序后再写出。</translation>
    </message>
    <message>
        <source>The clock of {name} is far ahead. Set it right there, then write again.</source>
        <translation>“{name}”的时钟超前过多。请在那边校准后重新写出。</translation>
    </message>
    <message>
        <source>The numbers of this device are used up. Let the station give it new ones; they come with its next file.</source>
        <translation>本机的编号已用完。请由服务站发放新号段，随下一个文件到达。</translation>
    </message>
    <message>
        <source>This letter was damaged or altered on its way. Copy it once more, whole.</source>
        <translation>该申请或许可在途中损坏或被改动。请重新完整拷贝一次。</translation>
    </message>
    <message>
        <source>The day {day} is past. Choose a later one, and write the grant anew.</source>
        <translation>日期 {day} 已过。请选择更晚的日期，重新写出许可。</translation>
    </message>
    <message>
        <source>This is a station with devices of its own. It cannot become a device of another one.</source>
        <translation>本机是已有下属设备的服务站，不能再成为其他服务站的设备。</translation>
    </message>
    <message>
        <source>A device is a laptop, a desk or a hub, and stays what it is.</source>
        <translation>设备类型为笔记本、窗口电脑或街道，确定后不能改变。</translation>
    </message>
    <message>
        <source>This is not a grant. Choose the file that the station has written.</source>
        <translation>这不是许可。请选择服务站写出的文件。</translation>
    </message>
    <message>
        <source>This is neither a request nor a grant. Choose the file that the other device has written.</source>
        <translation>这既不是申请也不是许可。请选择对方设备写出的文件。</translation>
    </message>
    <message>
        <source>This is not a request. Choose the file that the new device has written.</source>
        <translation>这不是申请。请选择新设备写出的文件。</translation>
    </message>
    <message>
        <source>Only a station takes devices in. Take the request to the station.</source>
        <translation>只有服务站能许可设备加入。请把申请带到服务站。</translation>
    </message>
    <message>
        <source>This grant is for another device, {name}. Take it there.</source>
        <translation>该许可是给另一台设备“{name}”的。请带到那台设备。</translation>
    </message>
    <message>
        <source>This grant is older than the last request or grant of this device. Take the latest one.</source>
        <translation>该许可早于本机最近的申请或许可。请使用最新的一份。</translation>
    </message>
    <message>
        <source>{name} is known here by other keys. Somebody may have put another letter in its place: compare the fingerprints on both screens.</source>
        <translation>这里登记的“{name}”密钥与此不同，文件可能被调换。请核对两边屏幕上的核对数字。</translation>
    </message>
    <message>
        <source>This device belongs to another station than {name}. Wipe it there first.</source>
        <translation>本机属于另一个服务站，不属于{name}。请先在原服务站清除。</translation>
    </message>
    <message>
        <source>There are {records} records in this store. A device begins empty, so that two stations are not mixed: make a new, empty store for it.</source>
        <translation>本机已有 {records} 条记录。新设备须从空白开始，以免两个服务站的数据混在一起：请另建一个空白的数据库。</translation>
    </message>
    <message>
        <source>A device holds everything or some grids; a hub holds everything. Choose what it is to hold.</source>
        <translation>设备保存全部数据或若干网格的数据；街道保存全部数据。请选择保存范围。</translation>
    </message>
    <message>
        <source>A newer version of this program has written this letter. Install it here too.</source>
        <translation>该申请或许可由更新版本的程序写出。请在本机也安装新版本。</translation>
    </message>
    <message>
        <source>Work has been done since upon what this file brought ({rows} rows). It can no longer be taken back as a whole; correct single records instead.</source>
        <translation>在该文件带来的内容上已继续办理（{rows} 条），不能再整体撤回；请逐条更正。</translation>
    </message>
    <message>
        <source>Files were exchanged with {name} already. Suspend or retire it instead.</source>
        <translation>已与“{name}”交换过文件。请改为暂停或停用。</translation>
    </message>
    <message>
        <source>{name} is not in use at present. No file is written for it.</source>
        <translation>“{name}”目前不在使用中，不为它写出文件。</translation>
    </message>
    <message>
        <source>This cannot be done with {name} as it stands now.</source>
        <translation>“{name}”目前的状态不允许此操作。</translation>
    </message>
    <message>
        <source>Several devices are meant by {name}. Say its whole key.</source>
        <translation>有几台设备符合“{name}”。请输入完整的设备编号。</translation>
    </message>
    <message>
        <source>A hub issues no certificates. The station does.</source>
        <translation>街道不开具证明，请由服务站开具。</translation>
    </message>
    <message>
        <source>This device waits for the grant of its station. Until then it has no numbers.</source>
        <translation>本机在等待服务站的许可，此前没有可用的编号。</translation>
    </message>
    <message>
        <source>What was here before this file is not kept any more. It cannot be taken back.</source>
        <translation>接收该文件之前的内容已不再保存，不能撤回。</translation>
    </message>
    <message>
        <source>{name} cannot change between a full copy and one of some grids. Enrol it anew for that.</source>
        <translation>“{name}”不能在全部数据与网格数据之间转换。需要时请重新加入。</translation>
    </message>
    <message>
        <source>This file has been taken back already.</source>
        <translation>该文件已经撤回。</translation>
    </message>
    <message>
        <source>Only a laptop or a desk that belongs to a station can be wiped.</source>
        <translation>只有属于服务站的笔记本或窗口电脑可以清除。</translation>
    </message>
    <message>
        <source>{entries} changes have not been acknowledged by the station yet. Exchange files until the receipt is back, then wipe.</source>
        <translation>还有 {entries} 处更改未得到服务站确认。请交换文件直到收到回执，再清除。</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Keep in the note</source>
        <translation>存入备注</translation>
    </message>
    <message>
        <source>Line number (left out)</source>
        <translation>序号（不导入）</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>Name of the head</source>
        <translation>户主姓名</translation>
    </message>
    <message>
        <source>ID number of the head</source>
        <translation>户主身份证号</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Reading of the name</source>
        <translation>姓名拼音</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Day of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Age (left out)</source>
        <translation>年龄（不导入）</translation>
    </message>
    <message>
        <source>ID or document number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>文化程度</translation>
    </message>
    <message>
        <source>Political affiliation</source>
        <translation>政治面貌</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Employer or school</source>
        <translation>工作单位或学校</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address lived at</source>
        <translation>现住地址</translation>
    </message>
    <message>
        <source>Estate or road</source>
        <translation>小区或路名</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>室号</translation>
    </message>
    <message>
        <source>Grid (left out)</source>
        <translation>网格（不导入）</translation>
    </message>
    <message>
        <source>Living here since</source>
        <translation>居住起始日期</translation>
    </message>
    <message>
        <source>Owned, rented or other</source>
        <translation>居住依据</translation>
    </message>
    <message>
        <source>Registered address</source>
        <translation>户籍地址</translation>
    </message>
    <message>
        <source>Province, city or street</source>
        <translation>省市或街道</translation>
    </message>
    <message>
        <source>Kind of population</source>
        <translation>人口类型</translation>
    </message>
    <message>
        <source>Special groups</source>
        <translation>人员标签</translation>
    </message>
    <message>
        <source>Reason set aside (left out)</source>
        <translation>退回原因（不导入）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭户</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>保留现有</translation>
    </message>
    <message>
        <source>Only fill gaps</source>
        <translation>只补空缺</translation>
    </message>
    <message>
        <source>Take the roster&apos;s</source>
        <translation>以花名册为准</translation>
    </message>
    <message>
        <source>by its title</source>
        <translation>按表头识别</translation>
    </message>
    <message>
        <source>by its content</source>
        <translation>按内容识别</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>与上次相同</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>手动指定</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空表</translation>
    </message>
    <message>
        <source>hidden, without a roster</source>
        <translation>隐藏的表，没有花名册</translation>
    </message>
    <message>
        <source>no roster found in it</source>
        <translation>没有找到花名册</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>手动排除</translation>
    </message>
    <message>
        <source>Records changed: {count}</source>
        <translation>改动的记录：{count} 条</translation>
    </message>
    <message>
        <source>Households changed: {count}</source>
        <translation>改动的家庭户：{count} 户</translation>
    </message>
    <message>
        <source>Certificates issued: {count}</source>
        <translation>已开具的证明：{count} 份</translation>
    </message>
    <message>
        <source>Papers attached: {count}</source>
        <translation>已添加的材料：{count} 份</translation>
    </message>
    <message>
        <source>Addresses recorded: {count}</source>
        <translation>已登记的地址：{count} 处</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>正在读取各行</translation>
    </message>
    <message>
        <source>Comparing with the register</source>
        <translation>正在与居民档案比对</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Making everybody findable</source>
        <translation>正在建立查找索引</translation>
    </message>
</context>
<context>
    <name>matters</name>
    <message>
        <source>To be spoken to</source>
        <translation>待联系</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Being put right</source>
        <translation>整改中</translation>
    </message>
    <message>
        <source>To be called back</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>The rating was right</source>
        <translation>差评属实</translation>
    </message>
    <message>
        <source>Rated by mistake</source>
        <translation>误评</translation>
    </message>
    <message>
        <source>Meant badly</source>
        <translation>恶意</translation>
    </message>
</context>
<context>
    <name>packs</name>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} 无法读取。</translation>
    </message>
    <message>
        <source>{file} is too large: a list has one megabyte at most.</source>
        <translation>{file} 太大：清单最多 1 MB。</translation>
    </message>
    <message>
        <source>{file} is not written in the form of a list (JSON, {place}).</source>
        <translation>{file} 不是清单文件的写法（{place}）。</translation>
    </message>
    <message>
        <source>{file}, {place}: nobody reads a field called “{field}”.</source>
        <translation>{file}，{place}：没有名为“{field}”的字段。</translation>
    </message>
    <message>
        <source>{file}, {place}: the field “{field}” is missing, or has a value it cannot have.</source>
        <translation>{file}，{place}：字段“{field}”缺少或者取值不对。</translation>
    </message>
    <message>
        <source>{file}: two entries in “{field}” have the same identifier.</source>
        <translation>{file}：“{field}”中有两条的编号相同。</translation>
    </message>
    <message>
        <source>{file}: there is nothing in it to use.</source>
        <translation>{file}：里面没有可用的内容。</translation>
    </message>
    <message>
        <source>{file}: it would end before it begins.</source>
        <translation>{file}：结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>{file}, {place}: this is not the form of a list.</source>
        <translation>{file}，{place}：不是清单的格式。</translation>
    </message>
    <message>
        <source>at the top of the file</source>
        <translation>文件开头</translation>
    </message>
</context>
<context>
    <name>paper_reasons</name>
    <message>
        <source>Nothing of this batch waits for approval any more.</source>
        <translation>这一批没有等待批准的了。</translation>
    </message>
    <message>
        <source>No certificate of this batch has a number yet. Approve it first.</source>
        <translation>这一批还没有一份有编号，请先批准。</translation>
    </message>
    <message>
        <source>What stands on this certificate differs from one to the next: issue each.</source>
        <translation>这种证明每份内容不同，请逐份开具。</translation>
    </message>
    <message>
        <source>There is no form for this paper: all of it is printed. Take it without “fields only”.</source>
        <translation>这种纸没有预印的底版，整页都要打印。请不要选“套打”。</translation>
    </message>
    <message>
        <source>Nothing was printed: with the shift of this printer, the field “{field}” would lie beyond the edge of the paper. Lessen the shift under Settings, Printers.</source>
        <translation>没有打印：按这台打印机的偏移，“{field}”会落到纸外。请在“设置”的“打印机”中减小偏移。</translation>
    </message>
    <message>
        <source>addressee</source>
        <translation>称呼</translation>
    </message>
    <message>
        <source>text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>words beside the code</source>
        <translation>二维码说明</translation>
    </message>
    <message>
        <source>whose copy it is</source>
        <translation>联次</translation>
    </message>
    <message>
        <source>foot</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>格线</translation>
    </message>
    <message>
        <source>number on the line to cut</source>
        <translation>骑缝编号</translation>
    </message>
    <message>
        <source>rulers</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>落款</translation>
    </message>
    <message>
        <source>stub</source>
        <translation>存根</translation>
    </message>
    <message>
        <source>fields of the stub</source>
        <translation>存根内容</translation>
    </message>
    <message>
        <source>title of the stub</source>
        <translation>存根标题</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>None of those chosen lies at the window: each is void, gone or not yet printed.</source>
        <translation>所选证书都不在待领取之列：已作废、已领取或尚未打印。</translation>
    </message>
</context>
<context>
    <name>ratings</name>
    <message>
        <source>very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>quite satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>服务效率</translation>
    </message>
    <message>
        <source>Competence</source>
        <translation>服务水平</translation>
    </message>
    <message>
        <source>Attitude</source>
        <translation>服务态度</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>The day of birth, {born}, is still to come.</source>
        <translation>出生日期 {born} 还没到。</translation>
    </message>
    <message>
        <source>The day of birth in the document&apos;s number cannot be.</source>
        <translation>证件号码中的出生日期不对。</translation>
    </message>
    <message>
        <source>The check character of the document&apos;s number does not match.</source>
        <translation>证件号码的校验位不符。</translation>
    </message>
    <message>
        <source>The document ends before it begins.</source>
        <translation>证件截止日期早于起始日期。</translation>
    </message>
    <message>
        <source>Documents of this kind do not have such numbers.</source>
        <translation>这种证件没有这样的号码。</translation>
    </message>
    <message>
        <source>This looks like the number of another kind of document.</source>
        <translation>看起来是另一种证件的号码。</translation>
    </message>
    <message>
        <source>The document has no number.</source>
        <translation>证件没有号码。</translation>
    </message>
    <message>
        <source>The same person stands in row {row} already.</source>
        <translation>与第 {row} 行是同一个人。</translation>
    </message>
    <message>
        <source>The last character of the identity number does not match. Check each digit.</source>
        <translation>身份证号校验位不符，请逐位核对。</translation>
    </message>
    <message>
        <source>{digits} in the identity number is no day of birth.</source>
        <translation>身份证号中的 {digits} 不是有效的出生日期。</translation>
    </message>
    <message>
        <source>The day of birth in the identity number, {born}, is still to come.</source>
        <translation>身份证号中的出生日期 {born} 还没到。</translation>
    </message>
    <message>
        <source>The identity number has {length} characters instead of {expected}.</source>
        <translation>身份证号应为 {expected} 位，现有 {length} 位。</translation>
    </message>
    <message>
        <source>The spreadsheet has lost the last digits of the number. Type it anew, as text.</source>
        <translation>号码末几位在电子表格中已丢失，请按文本格式重新输入。</translation>
    </message>
    <message>
        <source>No province has the number {digits}.</source>
        <translation>没有代码为 {digits} 的省份。</translation>
    </message>
    <message>
        <source>This person is in the bin. Take the record out first.</source>
        <translation>此人的记录在回收站中，请先恢复。</translation>
    </message>
    <message>
        <source>There is an invisible or private character in the name ({code_point}).</source>
        <translation>姓名中有看不见的字符或自造字（{code_point}）。</translation>
    </message>
    <message>
        <source>A name has at most {limit} characters; this has {length}.</source>
        <translation>姓名最多 {limit} 个字，现有 {length} 个。</translation>
    </message>
    <message>
        <source>There is no name.</source>
        <translation>没有姓名。</translation>
    </message>
    <message>
        <source>{people} people in the store may be meant. Add the number of a document.</source>
        <translation>资料库中有 {people} 人与此相符，请补充证件号码。</translation>
    </message>
    <message>
        <source>Address incomplete</source>
        <translation>地址不完整</translation>
    </message>
    <message>
        <source>Address taken from the household</source>
        <translation>地址取自同户</translation>
    </message>
    <message>
        <source>Day of birth still to come</source>
        <translation>出生日期还没到</translation>
    </message>
    <message>
        <source>Day of birth differs from the ID number</source>
        <translation>出生日期与身份证号不一致</translation>
    </message>
    <message>
        <source>Day of birth not readable</source>
        <translation>出生日期无法识别</translation>
    </message>
    <message>
        <source>Impossible day of birth in the number</source>
        <translation>号码中的出生日期不对</translation>
    </message>
    <message>
        <source>Check character of the document wrong</source>
        <translation>证件校验位不符</translation>
    </message>
    <message>
        <source>Document ends before it begins</source>
        <translation>证件截止日期早于起始日期</translation>
    </message>
    <message>
        <source>Document expired</source>
        <translation>证件已过期</translation>
    </message>
    <message>
        <source>Number does not fit the kind of document</source>
        <translation>号码与证件类型不符</translation>
    </message>
    <message>
        <source>Unusual document number</source>
        <translation>证件号码不常见</translation>
    </message>
    <message>
        <source>Number of another kind of document</source>
        <translation>像是另一种证件的号码</translation>
    </message>
    <message>
        <source>Kind of document guessed</source>
        <translation>证件类型为推定</translation>
    </message>
    <message>
        <source>Document not valid yet</source>
        <translation>证件尚未生效</translation>
    </message>
    <message>
        <source>Document without a number</source>
        <translation>证件没有号码</translation>
    </message>
    <message>
        <source>Unusual term of a document</source>
        <translation>证件有效期限不常见</translation>
    </message>
    <message>
        <source>Stands twice in the file</source>
        <translation>文件中重复</translation>
    </message>
    <message>
        <source>Very old by the ID number</source>
        <translation>按身份证号年龄过大</translation>
    </message>
    <message>
        <source>Wrong character in the ID number</source>
        <translation>身份证号中有错误字符</translation>
    </message>
    <message>
        <source>Check digit of the ID number wrong</source>
        <translation>身份证号校验位不符</translation>
    </message>
    <message>
        <source>Impossible date in the ID number</source>
        <translation>身份证号中的日期不对</translation>
    </message>
    <message>
        <source>Future date in the ID number</source>
        <translation>身份证号中的日期还没到</translation>
    </message>
    <message>
        <source>Old ID number of 15 digits</source>
        <translation>15 位旧身份证号</translation>
    </message>
    <message>
        <source>ID number too short or too long</source>
        <translation>身份证号位数不对</translation>
    </message>
    <message>
        <source>Last digits of the ID number lost</source>
        <translation>身份证号末几位丢失</translation>
    </message>
    <message>
        <source>Unknown province in the ID number</source>
        <translation>身份证号省份代码不对</translation>
    </message>
    <message>
        <source>Lies in the bin</source>
        <translation>在回收站中</translation>
    </message>
    <message>
        <source>Invisible character in the name</source>
        <translation>姓名中有看不见的字符</translation>
    </message>
    <message>
        <source>Name tidied</source>
        <translation>姓名已整理</translation>
    </message>
    <message>
        <source>Name too long</source>
        <translation>姓名过长</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>没有姓名</translation>
    </message>
    <message>
        <source>Unusual sign in the name</source>
        <translation>姓名中有不常见的符号</translation>
    </message>
    <message>
        <source>No ID number</source>
        <translation>没有身份证号</translation>
    </message>
    <message>
        <source>Telephone not readable</source>
        <translation>电话无法识别</translation>
    </message>
    <message>
        <source>Several people may be meant</source>
        <translation>可能对应多人</translation>
    </message>
    <message>
        <source>Sex differs from the ID number</source>
        <translation>性别与身份证号不一致</translation>
    </message>
    <message>
        <source>Unknown word, kept in the note</source>
        <translation>内容未识别，已存入备注</translation>
    </message>
    <message>
        <source>&apos;{character}&apos; cannot stand at place {position} of an identity number.</source>
        <translation>身份证号第 {position} 位不能是“{character}”。</translation>
    </message>
    <message>
        <source>A restricted tag, left out: its officers enter it</source>
        <translation>受限标签未导入，由专责人员录入</translation>
    </message>
</context>
<context>
    <name>requests</name>
    <message>
        <source>Consult</source>
        <translation>查阅</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Supplement</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Withdraw consent</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释说明</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>An agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>The guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>A relative of the dead</source>
        <translation>逝者近亲属</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予办理</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>申请人撤回</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>将到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
</context>
<context>
    <name>restoring</name>
    <message>
        <source>made by hand</source>
        <translation>手动备份</translation>
    </message>
    <message>
        <source>during work</source>
        <translation>工作期间</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入之前</translation>
    </message>
    <message>
        <source>before files were taken in</source>
        <translation>接收交换文件之前</translation>
    </message>
    <message>
        <source>before a new version of the program</source>
        <translation>程序升级之前</translation>
    </message>
    <message>
        <source>before a repair</source>
        <translation>修复之前</translation>
    </message>
    <message>
        <source>for the monthly test</source>
        <translation>每月检验</translation>
    </message>
    <message>
        <source>what was replaced by a backup</source>
        <translation>被备份替换下的数据</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>能打开</translation>
    </message>
    <message>
        <source>undamaged</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>found out in the next step</source>
        <translation>下一步检查</translation>
    </message>
    <message>
        <source>its keys are missing</source>
        <translation>缺少密钥文件</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Files of residents</source>
        <translation>居民附件</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>household</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>file</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>on closing</source>
        <translation>关闭程序时</translation>
    </message>
    <message>
        <source>when the keys were changed</source>
        <translation>更换密钥时</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Files of cases</source>
        <translation>办件文件</translation>
    </message>
    <message>
        <source>case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>file of a case</source>
        <translation>办件文件</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>致送单位</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申请事项</translation>
    </message>
    <message>
        <source>File</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>居住依据</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Died on</source>
        <translation>死亡日期</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>门牌</translation>
    </message>
    <message>
        <source>Lives at</source>
        <translation>现住地址</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>文化程度</translation>
    </message>
    <message>
        <source>Work or school</source>
        <translation>工作单位或学校</translation>
    </message>
    <message>
        <source>Estate</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Facts certified</source>
        <translation>证明内容</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持有人</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>户</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>户籍地址</translation>
    </message>
    <message>
        <source>Kind of registration</source>
        <translation>户口类型</translation>
    </message>
    <message>
        <source>Registered in this community</source>
        <translation>户籍在本社区</translation>
    </message>
    <message>
        <source>Booklet</source>
        <translation>户口簿号</translation>
    </message>
    <message>
        <source>Registered since</source>
        <translation>户籍迁入日期</translation>
    </message>
    <message>
        <source>Valid for long</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>Main document</source>
        <translation>主证件</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>开具日期</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>签发机关</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>保管人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离开日期</translation>
    </message>
    <message>
        <source>Moved to</source>
        <translation>迁往</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Lives here</source>
        <translation>住在本社区</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>居住凭证</translation>
    </message>
    <message>
        <source>Lives there since</source>
        <translation>居住起始日期</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Other phones</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>证明文件</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>姓名拼音</translation>
    </message>
    <message>
        <source>Political status</source>
        <translation>政治面貌</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Refused on</source>
        <translation>告知日期</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>In the place of</source>
        <translation>替换的证明</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>室号</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>校验值</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Phone for complaints</source>
        <translation>监督电话</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Used on</source>
        <translation>用印日期</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>有效期起</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>有效期止</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>核实人</translation>
    </message>
    <message>
        <source>Verified how</source>
        <translation>核实方式</translation>
    </message>
    <message>
        <source>Remarks on the verification</source>
        <translation>核实备注</translation>
    </message>
    <message>
        <source>Verified on</source>
        <translation>核实日期</translation>
    </message>
    <message>
        <source>Word of the number</source>
        <translation>编号字头</translation>
    </message>
    <message>
        <source>Grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Phone of the grid worker</source>
        <translation>网格员电话</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Dwelling</source>
        <translation>户室</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>不予开具告知单</translation>
    </message>
    <message>
        <source>Former address</source>
        <translation>曾住地</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Saved list</source>
        <translation>常用名单</translation>
    </message>
    <message>
        <source>Seal use</source>
        <translation>用印登记</translation>
    </message>
    <message>
        <source>Settings of the station</source>
        <translation>站点设置</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>lived there</source>
        <translation>居住</translation>
    </message>
    <message>
        <source>registered there</source>
        <translation>户籍</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>已开具</translation>
    </message>
    <message>
        <source>void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Leave it deleted</source>
        <translation>维持删除</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>日期还没到。</translation>
    </message>
    <message>
        <source>Something must stand here.</source>
        <translation>此处不能为空。</translation>
    </message>
    <message>
        <source>Write the day like 2026-03-01.</source>
        <translation>日期请写成 2026-03-01 这样。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>内容太长。</translation>
    </message>
    <message>
        <source>Nobody is as old as that.</source>
        <translation>没有人有这么大年纪。</translation>
    </message>
    <message>
        <source>deleted while it was edited</source>
        <translation>一方删除，另一方同时修改</translation>
    </message>
    <message>
        <source>{size} bytes</source>
        <translation>{size} 字节</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他地方</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>This cannot stand here.</source>
        <translation>此处不能这样填写。</translation>
    </message>
    <message>
        <source>Withdrawn at</source>
        <translation>撤回时间</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Kind of list</source>
        <translation>名单种类</translation>
    </message>
    <message>
        <source>Numbers in full</source>
        <translation>完整号码</translation>
    </message>
    <message>
        <source>Ground in the law</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>List given out</source>
        <translation>名单导出</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Name of who asks</source>
        <translation>申请人姓名</translation>
    </message>
    <message>
        <source>Phone of who asks</source>
        <translation>申请人电话</translation>
    </message>
    <message>
        <source>Relation of who asks</source>
        <translation>申请人与本人关系</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>到期日期</translation>
    </message>
    <message>
        <source>Edition of the notice</source>
        <translation>告知书版本</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>告知人</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>给予日期</translation>
    </message>
    <message>
        <source>Who consented</source>
        <translation>同意人</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>How identity was checked</source>
        <translation>身份核对方式</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Guardian of the register</source>
        <translation>监护人（本站居民）</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Effect was told</source>
        <translation>已告知影响</translation>
    </message>
    <message>
        <source>How it was given</source>
        <translation>告知方式</translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation>撤回日期</translation>
    </message>
    <message>
        <source>Why it was withdrawn</source>
        <translation>撤回原因</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>告知书</translation>
    </message>
    <message>
        <source>Request about own data</source>
        <translation>个人信息请求</translation>
    </message>
    <message>
        <source>Data not to be used</source>
        <translation>停止使用的信息</translation>
    </message>
    <message>
        <source>Revoked on</source>
        <translation>作废日期</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公钥</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Code made void</source>
        <translation>已作废的防伪码</translation>
    </message>
    <message>
        <source>Key that signs papers</source>
        <translation>签名密钥</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Retired on</source>
        <translation>停办日期</translation>
    </message>
    <message>
        <source>Why it was retired</source>
        <translation>停办原因</translation>
    </message>
    <message>
        <source>Version of an item</source>
        <translation>事项版本</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>受理日期</translation>
    </message>
    <message>
        <source>Class of affair</source>
        <translation>事务类别</translation>
    </message>
    <message>
        <source>Number of the agent&apos;s document</source>
        <translation>代办人证件号码</translation>
    </message>
    <message>
        <source>Document of the agent</source>
        <translation>代办人证件种类</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Phone of the agent</source>
        <translation>代办人电话</translation>
    </message>
    <message>
        <source>What the agent has shown</source>
        <translation>委托材料</translation>
    </message>
    <message>
        <source>Relation of the agent</source>
        <translation>代办人关系</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>The clock began on</source>
        <translation>起算日期</translation>
    </message>
    <message>
        <source>How they came</source>
        <translation>办理渠道</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件种类</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>通知日期</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>转办单位</translation>
    </message>
    <message>
        <source>Promised to be brought later</source>
        <translation>容缺承诺</translation>
    </message>
    <message>
        <source>Hangs out until</source>
        <translation>公示截止</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任主体</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>About the result</source>
        <translation>结果说明</translation>
    </message>
    <message>
        <source>When the clock stood still</source>
        <translation>停表记录</translation>
    </message>
    <message>
        <source>Materials brought</source>
        <translation>收到的材料</translation>
    </message>
    <message>
        <source>What was told to lack</source>
        <translation>补正告知</translation>
    </message>
    <message>
        <source>Version of the item</source>
        <translation>事项版本</translation>
    </message>
    <message>
        <source>Where they are visited</source>
        <translation>上门地址</translation>
    </message>
    <message>
        <source>Step of a case</source>
        <translation>办件过程</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>awaiting materials</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>hanging out</source>
        <translation>公示中</translation>
    </message>
    <message>
        <source>clock stopped</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>applicant told</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>已领取</translation>
    </message>
    <message>
        <source>rated</source>
        <translation>已评价</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>逾期未补正</translation>
    </message>
    <message>
        <source>at the window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>at home</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>已移交主管部门办理</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>填写内容</translation>
    </message>
    <message>
        <source>Approved on</source>
        <translation>批准日期</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>归档日期</translation>
    </message>
    <message>
        <source>Collected on</source>
        <translation>领取日期</translation>
    </message>
    <message>
        <source>Drawn up on</source>
        <translation>填写日期</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>核实人</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>核实日期</translation>
    </message>
    <message>
        <source>How</source>
        <translation>核实方式</translation>
    </message>
    <message>
        <source>Copies printed</source>
        <translation>已打印份数</translation>
    </message>
    <message>
        <source>Certificate asked for</source>
        <translation>证明申请</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>办理环节</translation>
    </message>
    <message>
        <source>Evidence for a certificate</source>
        <translation>证明核实材料</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <translation>待批准</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>filed</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Pre-check of assistance</source>
        <translation>低保预审</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Rated on</source>
        <translation>评价日期</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Judged on</source>
        <translation>判定日期</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>核实结论</translation>
    </message>
    <message>
        <source>Put right on</source>
        <translation>整改完成日期</translation>
    </message>
    <message>
        <source>Spoken to on</source>
        <translation>联系日期</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>沟通情况</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>About the call-back</source>
        <translation>回访说明</translation>
    </message>
    <message>
        <source>Bad rating</source>
        <translation>差评</translation>
    </message>
    <message>
        <source>Rating of a case</source>
        <translation>办件评价</translation>
    </message>
    <message>
        <source>very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>quite satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>to be spoken to</source>
        <translation>待联系</translation>
    </message>
    <message>
        <source>spoken to</source>
        <translation>已联系</translation>
    </message>
    <message>
        <source>being put right</source>
        <translation>整改中</translation>
    </message>
    <message>
        <source>to be called back</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>the rating was right</source>
        <translation>属实</translation>
    </message>
    <message>
        <source>rated by mistake</source>
        <translation>误评</translation>
    </message>
    <message>
        <source>meant badly</source>
        <translation>恶意</translation>
    </message>
    <message>
        <source>accepts the answer</source>
        <translation>基本认可</translation>
    </message>
    <message>
        <source>still not satisfied</source>
        <translation>仍不满意</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>签发密钥</translation>
    </message>
    <message>
        <source>Withdrawn signing key</source>
        <translation>停用的签发密钥</translation>
    </message>
    <message>
        <source>Paper confirmed after that</source>
        <translation>停用后确认有效的证明</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>专项协议</translation>
    </message>
    <message>
        <source>Appraisal brought</source>
        <translation>考评到社区</translation>
    </message>
    <message>
        <source>Number of the approval</source>
        <translation>准入编号</translation>
    </message>
    <message>
        <source>Approval asked for on</source>
        <translation>提请日期</translation>
    </message>
    <message>
        <source>Begins on</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>决定日期</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>来源单位</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>Money that comes with it (fen)</source>
        <translation>随事经费（分）</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Used here</source>
        <translation>本站使用</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Name here</source>
        <translation>本地名称</translation>
    </message>
    <message>
        <source>Could be made from</source>
        <translation>可由系统生成</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Money brought</source>
        <translation>经费到社区</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>责任主体</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Work described</source>
        <translation>任务到社区</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Target for</source>
        <translation>目标日期</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>About sending back</source>
        <translation>退回说明</translation>
    </message>
    <message>
        <source>Sent back on</source>
        <translation>退回日期</translation>
    </message>
    <message>
        <source>Sent back because</source>
        <translation>退回事由</translation>
    </message>
    <message>
        <source>Why it takes longer</source>
        <translation>延期理由</translation>
    </message>
    <message>
        <source>Extended on</source>
        <translation>延期日期</translation>
    </message>
    <message>
        <source>Called back on</source>
        <translation>回访日期</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Kind of problem</source>
        <translation>问题分类</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>来件时刻</translation>
    </message>
    <message>
        <source>Number of the source</source>
        <translation>来件编号</translation>
    </message>
    <message>
        <source>Due as ordered</source>
        <translation>来件要求办结</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Task from above</source>
        <translation>社区工作事项</translation>
    </message>
    <message>
        <source>Step of a task</source>
        <translation>事项经过</translation>
    </message>
    <message>
        <source>Ledger, plaque, meeting or inspection</source>
        <translation>台账、牌子、会议或检查</translation>
    </message>
    <message>
        <source>Rule pack</source>
        <translation>规则包</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Problem taken up</source>
        <translation>重点问题</translation>
    </message>
    <message>
        <source>Batch of certificates</source>
        <translation>成批证明</translation>
    </message>
    <message>
        <source>Certificate of a batch</source>
        <translation>成批证明中的一份</translation>
    </message>
    <message>
        <source>approval asked for</source>
        <translation>已提请</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>准入</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>own task</source>
        <translation>自治事项</translation>
    </message>
    <message>
        <source>to assist with</source>
        <translation>协助事项</translation>
    </message>
    <message>
        <source>not to be taken on</source>
        <translation>不应承担</translation>
    </message>
    <message>
        <source>in no list, for a time</source>
        <translation>清单外临时</translation>
    </message>
    <message>
        <source>residents&apos; committee</source>
        <translation>居民委员会</translation>
    </message>
    <message>
        <source>community workstation</source>
        <translation>社区工作站</translation>
    </message>
    <message>
        <source>service station</source>
        <translation>社区服务站</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>plaque</source>
        <translation>牌子</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>inspection</source>
        <translation>检查考核</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>do away with</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>File of a case</source>
        <translation>办件附件</translation>
    </message>
</context>
<context>
    <name>rooms</name>
    <message>
        <source>Residents</source>
        <translation>居民档案</translation>
    </message>
    <message>
        <source>Bring in a roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>数据交换</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>信息权益</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口服务</translation>
    </message>
    <message>
        <source>New case at the window</source>
        <translation>窗口新办件</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
</context>
<context>
    <name>staff</name>
    <message>
        <source>Front-desk clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>Grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>站长</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>安全审计员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Looks up and enters residents, issues certificates, gives lists out.</source>
        <translation>查询、登记居民，开具证明，导出名单。</translation>
    </message>
    <message>
        <source>Looks up and enters the residents of his grids; issues no certificates.</source>
        <translation>查询、登记本网格居民；不开具证明。</translation>
    </message>
    <message>
        <source>Does all that a clerk does, brings rosters in, makes certificates void, draws grids, decides conflicts, and sets a new passphrase for who forgot it.</source>
        <translation>办理窗口人员的全部业务，导入花名册，作废证明，划分网格，核对冲突，为忘记口令的人重设口令。</translation>
    </message>
    <message>
        <source>Looks at the audit, the staff and the devices; sees no resident.</source>
        <translation>查看审计、工作人员和设备；看不到居民信息。</translation>
    </message>
    <message>
        <source>Looks after staff, devices and settings; sees no resident.</source>
        <translation>管理工作人员、设备和设置；看不到居民信息。</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>已邀请</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase, may help others</source>
        <translation>口令（可为他人重设）</translation>
    </message>
    <message>
        <source>Paper key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Place of backups</source>
        <translation>备份位置</translation>
    </message>
    <message>
        <source>Residents and places</source>
        <translation>居民与网格</translation>
    </message>
    <message>
        <source>Rights of residents to their data</source>
        <translation>居民的个人信息权利</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>数据交换</translation>
    </message>
    <message>
        <source>The station itself</source>
        <translation>本站</translation>
    </message>
    <message>
        <source>Find residents and read their files</source>
        <translation>查找居民、查看档案</translation>
    </message>
    <message>
        <source>Register residents and correct their files</source>
        <translation>登记居民、修改档案</translation>
    </message>
    <message>
        <source>Show identity and telephone numbers in full</source>
        <translation>显示完整证件号和电话</translation>
    </message>
    <message>
        <source>Put residents into the bin and back</source>
        <translation>将居民移入回收站、恢复</translation>
    </message>
    <message>
        <source>Open papers kept with residents</source>
        <translation>打开居民的附件</translation>
    </message>
    <message>
        <source>Add papers and take them away</source>
        <translation>添加、移除附件</translation>
    </message>
    <message>
        <source>Save copies of papers outside the station</source>
        <translation>将附件另存到站外</translation>
    </message>
    <message>
        <source>Look at grids and buildings</source>
        <translation>查看网格和楼栋</translation>
    </message>
    <message>
        <source>Draw grids and assign buildings</source>
        <translation>划分网格、分配楼栋</translation>
    </message>
    <message>
        <source>Look at consents and requests</source>
        <translation>查看同意书和权利申请</translation>
    </message>
    <message>
        <source>Take consents and answer requests</source>
        <translation>办理同意书、答复权利申请</translation>
    </message>
    <message>
        <source>See, release and delete what may not be used</source>
        <translation>查看、恢复、删除停用的信息</translation>
    </message>
    <message>
        <source>Look at the register of certificates</source>
        <translation>查看证明登记簿</translation>
    </message>
    <message>
        <source>Issue certificates</source>
        <translation>开具证明</translation>
    </message>
    <message>
        <source>Make certificates void</source>
        <translation>作废证明</translation>
    </message>
    <message>
        <source>Give a slip for papers that are not ours</source>
        <translation>出具“不应由社区开具”的告知单</translation>
    </message>
    <message>
        <source>Bring rosters in</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Take rosters back</source>
        <translation>撤回花名册</translation>
    </message>
    <message>
        <source>Give lists of residents out</source>
        <translation>导出居民名单</translation>
    </message>
    <message>
        <source>Change the settings of the station</source>
        <translation>修改本站设置</translation>
    </message>
    <message>
        <source>Make backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Save backups outside the station</source>
        <translation>将备份另存到站外</translation>
    </message>
    <message>
        <source>Have the whole store checked</source>
        <translation>检查全部数据</translation>
    </message>
    <message>
        <source>See how the exchange stands</source>
        <translation>查看数据交换情况</translation>
    </message>
    <message>
        <source>Exchange with other computers</source>
        <translation>与其他电脑交换数据</translation>
    </message>
    <message>
        <source>Take a file back that came in</source>
        <translation>撤回已收取的文件</translation>
    </message>
    <message>
        <source>Look at the devices</source>
        <translation>查看设备</translation>
    </message>
    <message>
        <source>Let devices take part, suspend and retire them</source>
        <translation>批准、停用、注销设备</translation>
    </message>
    <message>
        <source>Look at what is to be reviewed</source>
        <translation>查看待核对的冲突</translation>
    </message>
    <message>
        <source>Decide what is to be reviewed</source>
        <translation>核对冲突</translation>
    </message>
    <message>
        <source>Read and verify the audit</source>
        <translation>查看、校验审计</translation>
    </message>
    <message>
        <source>Give the audit out and put it into the archive</source>
        <translation>导出审计、归档审计</translation>
    </message>
    <message>
        <source>See who works here and in what role</source>
        <translation>查看工作人员及其角色</translation>
    </message>
    <message>
        <source>Invite, suspend and dismiss staff, give roles</source>
        <translation>邀请、停用、移除工作人员，分配角色</translation>
    </message>
    <message>
        <source>Fill a station with invented people</source>
        <translation>生成虚构的演示居民</translation>
    </message>
    <message>
        <source>Give full numbers out, and agree to what others give out</source>
        <translation>导出完整号码，并审批他人的导出</translation>
    </message>
    <message>
        <source>Say who sees a restricted tag</source>
        <translation>指定谁可查看受限标签</translation>
    </message>
    <message>
        <source>Verify certificates</source>
        <translation>核验证明</translation>
    </message>
    <message>
        <source>Give out the verification page</source>
        <translation>提供核验网页</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口服务</translation>
    </message>
    <message>
        <source>Look up items of the window</source>
        <translation>查看窗口事项</translation>
    </message>
    <message>
        <source>Correct and retire items of the window</source>
        <translation>修订、停办窗口事项</translation>
    </message>
    <message>
        <source>Change the rules of sign-in</source>
        <translation>修改登录规则</translation>
    </message>
    <message>
        <source>Look at cases of the window</source>
        <translation>查看办件</translation>
    </message>
    <message>
        <source>Accept cases and work at them</source>
        <translation>受理和办理办件</translation>
    </message>
    <message>
        <source>Decline and archive cases, close many at once</source>
        <translation>不予受理、归档、批量办结</translation>
    </message>
    <message>
        <source>Approve certificates</source>
        <translation>审批证明</translation>
    </message>
    <message>
        <source>Check whether families may apply for assistance</source>
        <translation>为家庭做低保预审</translation>
    </message>
    <message>
        <source>Withdraw signing keys, have the list of keys vouched for</source>
        <translation>停用签发密钥、请街道认可密钥名单</translation>
    </message>
    <message>
        <source>Register tasks from above and the hours they take</source>
        <translation>登记社区工作事项及用时</translation>
    </message>
    <message>
        <source>Admit and refuse tasks from above</source>
        <translation>决定社区工作事项是否准入</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>Station</source>
        <translation>服务站</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>笔记本</translation>
    </message>
    <message>
        <source>Street office</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已遗失</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Its day has passed</source>
        <translation>已过归还日期</translation>
    </message>
    <message>
        <source>Nothing came for two weeks</source>
        <translation>两周没有文件</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅本机有</translation>
    </message>
    <message>
        <source>Only there</source>
        <translation>仅对方有</translation>
    </message>
    <message>
        <source>Changed here, not confirmed there</source>
        <translation>本机已改，对方未确认</translation>
    </message>
    <message>
        <source>Waits for another record</source>
        <translation>等待相关记录</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>No receipt yet</source>
        <translation>无回执</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>The station&apos;s particulars</source>
        <translation>服务站信息</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Estates</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Dwellings</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>家庭户</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Identity documents</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Former addresses</source>
        <translation>曾住地址</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>What is in attachments</source>
        <translation>附件内容</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Archived papers</source>
        <translation>存档文书</translation>
    </message>
    <message>
        <source>Seal use</source>
        <translation>用印登记</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>不予开具</translation>
    </message>
    <message>
        <source>Saved lists</source>
        <translation>常用名单</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>Taking files in</source>
        <translation>正在接收文件</translation>
    </message>
    <message>
        <source>Laying out what has come</source>
        <translation>正在整理收到的内容</translation>
    </message>
    <message>
        <source>Comparing with what is kept</source>
        <translation>正在与已有内容比对</translation>
    </message>
    <message>
        <source>Writing into the register</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Making what has come findable</source>
        <translation>正在建立查找</translation>
    </message>
    <message>
        <source>Writing files</source>
        <translation>正在写出文件</translation>
    </message>
    <message>
        <source>more than {count}</source>
        <translation>{count} 以上</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No grid</source>
        <translation>无网格</translation>
    </message>
    <message>
        <source>What comes from it</source>
        <translation>来自它的内容</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>its grids ({count})</source>
        <translation>所管网格（{count} 个）</translation>
    </message>
    <message>
        <source>Notices given</source>
        <translation>告知记录</translation>
    </message>
    <message>
        <source>Guardians</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>同意记录</translation>
    </message>
    <message>
        <source>What is withheld</source>
        <translation>停用的信息</translation>
    </message>
    <message>
        <source>Requests about own data</source>
        <translation>个人信息权益请求</translation>
    </message>
    <message>
        <source>Lists given out</source>
        <translation>名单导出</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Versions of items</source>
        <translation>事项版本</translation>
    </message>
    <message>
        <source>Keys that sign papers</source>
        <translation>文书签名密钥</translation>
    </message>
    <message>
        <source>Codes made void</source>
        <translation>已作废的验证码</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Steps of cases</source>
        <translation>办件过程</translation>
    </message>
    <message>
        <source>Certificates asked for</source>
        <translation>证明申请</translation>
    </message>
    <message>
        <source>Evidence for certificates</source>
        <translation>证明核实材料</translation>
    </message>
    <message>
        <source>Pre-checks of assistance</source>
        <translation>低保预审</translation>
    </message>
    <message>
        <source>Ratings of cases</source>
        <translation>办件评价</translation>
    </message>
    <message>
        <source>Bad ratings</source>
        <translation>差评</translation>
    </message>
    <message>
        <source>Withdrawn signing keys</source>
        <translation>停用的签发密钥</translation>
    </message>
    <message>
        <source>Papers confirmed after that</source>
        <translation>停用后确认有效的证明</translation>
    </message>
    <message>
        <source>Batches of certificates</source>
        <translation>成批证明</translation>
    </message>
    <message>
        <source>Certificates of batches</source>
        <translation>成批证明中的各份</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Problems taken up</source>
        <translation>重点问题</translation>
    </message>
    <message>
        <source>Tasks from above</source>
        <translation>社区工作事项</translation>
    </message>
    <message>
        <source>Steps of tasks</source>
        <translation>事项经过</translation>
    </message>
    <message>
        <source>Ledgers, plaques, meetings, inspections</source>
        <translation>台账、牌子、会议、检查</translation>
    </message>
    <message>
        <source>Rule packs</source>
        <translation>规则包</translation>
    </message>
    <message>
        <source>Offices on slips</source>
        <translation>告知单上的单位</translation>
    </message>
    <message>
        <source>Files of cases</source>
        <translation>办件附件</translation>
    </message>
    <message>
        <source>What is in files of cases</source>
        <translation>办件附件内容</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>This could not be done.</source>
        <translation>操作没有完成。</translation>
    </message>
    <message>
        <source>Something entered cannot be accepted. Look at the notes beside the fields.</source>
        <translation>有的内容填写不对，请看各项旁边的提示。</translation>
    </message>
    <message>
        <source>This record is not here any more. Somebody may have deleted it: look in the bin.</source>
        <translation>这条记录已不在，可能已被他人删除，请到回收站查找。</translation>
    </message>
    <message>
        <source>Somebody else has changed this record in the meantime. Open it again to see the change, then make yours.</source>
        <translation>这条记录已被他人修改。请重新打开，看过改动后再改。</translation>
    </message>
    <message>
        <source>A rule of the station forbids this.</source>
        <translation>按规定不能这样办理。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，没有任何改动。</translation>
    </message>
    <message>
        <source>The station&apos;s data cannot be reached just now. Try again in a moment.</source>
        <translation>资料库暂时无法使用，请稍后再试。</translation>
    </message>
    <message>
        <source>There is no station in this folder yet.</source>
        <translation>这个文件夹中还没有资料库。</translation>
    </message>
    <message>
        <source>A newer version of this program has written these data. Install that version here too.</source>
        <translation>这些资料由更新版本的程序写入，请在本机也安装该版本。</translation>
    </message>
    <message>
        <source>Another program is using these data. Close it there, then try again.</source>
        <translation>另一个程序正在使用这些资料，请先在那边关闭再试。</translation>
    </message>
    <message>
        <source>The station&apos;s folder may not be written to. A virus scanner may have locked it, or it belongs to another user.</source>
        <translation>资料文件夹无法写入，可能被杀毒软件锁住，或者属于其他用户。</translation>
    </message>
    <message>
        <source>This folder lies on a network drive, where data can be damaged. Choose a folder on this computer.</source>
        <translation>这个文件夹在网络盘上，资料容易损坏。请选择本机上的文件夹。</translation>
    </message>
    <message>
        <source>The database library of this installation has a known fault. Install the program again.</source>
        <translation>程序所带的数据库组件有已知缺陷，请重新安装程序。</translation>
    </message>
    <message>
        <source>A data file of the program is damaged ({file}). Install the program again; your own data are not touched.</source>
        <translation>程序自带的数据文件已损坏（{file}）。请重新安装程序，您的资料不受影响。</translation>
    </message>
    <message>
        <source>This is not what stands on the paper. Compare it group by group: nine groups of four.</source>
        <translation>与纸上的内容不符。请逐组核对：共九组，每组四位。</translation>
    </message>
    <message>
        <source>No font can print {characters}. Nothing was printed and no number was used.</source>
        <translation>没有字体能打印{characters}。没有打印，也没有占用编号。</translation>
    </message>
    <message>
        <source>There is a station in this folder already. Open it, or choose another folder.</source>
        <translation>这个文件夹中已有资料库。请打开它，或者另选文件夹。</translation>
    </message>
    <message>
        <source>{name} is of a kind that is not kept here. Pictures and PDF are.</source>
        <translation>{name}的格式不能存入，只能存图片和 PDF。</translation>
    </message>
    <message>
        <source>{name} is too large to be kept here.</source>
        <translation>{name}太大，不能存入。</translation>
    </message>
    <message>
        <source>The archived paper is not what was issued. Do not hand it out; tell the head.</source>
        <translation>存档的证明与当时开具的不一致。请不要交出，并报告负责人。</translation>
    </message>
    <message>
        <source>The facts were last verified on {verified_on}, longer than {days} days ago. Verify them anew (who, how, when), then issue.</source>
        <translation>上次核实是 {verified_on}，已超过 {days} 天。请重新登记核实（谁、怎样、何时），再来开具。</translation>
    </message>
    <message>
        <source>This person has moved out. The community of the new address can certify.</source>
        <translation>此人已迁出，应由新住址所在社区出具。</translation>
    </message>
    <message>
        <source>Nobody has verified yet that this person lives here. Record a verification (who, how, when), then issue.</source>
        <translation>还没有核实过此人在本社区居住。请先登记核实（谁、怎样、何时），再来开具。</translation>
    </message>
    <message>
        <source>No present address is kept for this person. Enter it first.</source>
        <translation>档案中没有此人的现住地址，请先填写。</translation>
    </message>
    <message>
        <source>Name and number do not belong to one person here. Look at the card again.</source>
        <translation>姓名与证件号码对不上同一个人，请再核对证件。</translation>
    </message>
    <message>
        <source>This cannot be done with a certificate in its present state.</source>
        <translation>证明处于当前状态时不能这样办理。</translation>
    </message>
    <message>
        <source>This person is registered but does not live here. The community where they live can certify.</source>
        <translation>此人户籍在本社区，但不在本社区居住，应由现住地的社区出具。</translation>
    </message>
    <message>
        <source>The file is damaged. Open it in the spreadsheet program and save it again.</source>
        <translation>文件已损坏。请用电子表格软件打开，重新保存一次。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The characters of this text file cannot be read. Save it as xlsx and try again.</source>
        <translation>文本文件中的文字无法识别，请另存为 xlsx 后再试。</translation>
    </message>
    <message>
        <source>The file has a password. Save it without one and try again.</source>
        <translation>文件设有密码，请取消密码保存后再试。</translation>
    </message>
    <message>
        <source>This is no spreadsheet we can read. xlsx, xls and csv are.</source>
        <translation>不是能读取的电子表格，只支持 xlsx、xls 和 csv。</translation>
    </message>
    <message>
        <source>The file {name} cannot be opened.</source>
        <translation>无法打开文件 {name}。</translation>
    </message>
    <message>
        <source>{name} could not be written. Choose another folder, or one with room for it.</source>
        <translation>无法写入 {name}。请换一个文件夹，或者先腾出空间。</translation>
    </message>
    <message>
        <source>The file is too large: at most {megabytes} MB and {rows} rows. Split it and bring the parts in one by one.</source>
        <translation>文件太大，最多 {megabytes} MB、{rows} 行。请拆成几个文件分别导入。</translation>
    </message>
    <message>
        <source>The file contains something that a roster has no need of. It was not opened.</source>
        <translation>文件中含有花名册不该有的内容，没有打开。</translation>
    </message>
    <message>
        <source>This earlier value cannot be put back any more.</source>
        <translation>这个旧内容已不能恢复。</translation>
    </message>
    <message>
        <source>Another household has the number {number} already.</source>
        <translation>户号 {number} 已被另一户使用。</translation>
    </message>
    <message>
        <source>Reading the file took too long and was stopped. Split it into smaller files.</source>
        <translation>读取文件时间过长，已停止。请拆成小一些的文件。</translation>
    </message>
    <message>
        <source>This is not in the list of what is not ours to issue.</source>
        <translation>不在不应出具证明清单中。</translation>
    </message>
    <message>
        <source>Another resident has this number already. Open that record instead.</source>
        <translation>已有居民使用这个号码，请直接打开那份档案。</translation>
    </message>
    <message>
        <source>Inventing residents</source>
        <translation>正在生成虚构居民</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Understanding the rows</source>
        <translation>正在识别各行</translation>
    </message>
    <message>
        <source>{name} has an ending we cannot write. Choose .xlsx or .csv.</source>
        <translation>不能保存为 {name} 这种格式，请用 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>{rows} rows do not fit one table of {most}. Choose fewer, or save as .csv.</source>
        <translation>共 {rows} 行，超过一张表的上限 {most} 行。请减少人数，或者保存为 .csv。</translation>
    </message>
    <message>
        <source>Work has been done since upon what this import brought in. It can no longer be taken back as a whole; correct or delete single records instead.</source>
        <translation>这次导入的资料后来又有改动，不能再整批撤销。请逐条更正或删除。</translation>
    </message>
    <message>
        <source>This import has been taken back already.</source>
        <translation>这次导入已经撤销过了。</translation>
    </message>
    <message>
        <source>No table of people was found in {name}. It needs a row of headings with names.</source>
        <translation>{name}中没有找到人员名单。表中须有一行含“姓名”的表头。</translation>
    </message>
    <message>
        <source>Comparing with what is kept</source>
        <translation>正在与现有资料比对</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>正在写入名单</translation>
    </message>
    <message>
        <source>Making everybody findable</source>
        <translation>正在建立查找索引</translation>
    </message>
    <message>
        <source>{name} is not there. Plug the stick in, or have the folder shared again; nothing is lost.</source>
        <translation>找不到 {name}。请插入 U 盘或恢复共享文件夹；资料没有丢失。</translation>
    </message>
    <message>
        <source>Making what has come findable</source>
        <translation>正在建立查找</translation>
    </message>
    <message>
        <source>Laying out what has come</source>
        <translation>正在整理收到的内容</translation>
    </message>
    <message>
        <source>Taking files in</source>
        <translation>正在接收文件</translation>
    </message>
    <message>
        <source>Writing into the register</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Writing files</source>
        <translation>正在写出文件</translation>
    </message>
    <message>
        <source>What this value names was deleted. Bring that back first, or choose another value.</source>
        <translation>这个值所指的记录已被删除。请先恢复那条记录，或选择其他值。</translation>
    </message>
    <message>
        <source>This file was not taken in. Nothing has changed.</source>
        <translation>该文件未接收，没有任何变化。</translation>
    </message>
    <message>
        <source>Deciding</source>
        <translation>正在核定</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>您没有权限做这件事。</translation>
    </message>
    <message>
        <source>Several people work here. Say who you are.</source>
        <translation>本站有多位工作人员，请说明您是谁。</translation>
    </message>
    <message>
        <source>Nobody would be left to look after accounts. Name another administrator first.</source>
        <translation>这样就没有人管理账号了，请先指定另一位系统管理员。</translation>
    </message>
    <message>
        <source>This cannot be done with an account in its present state.</source>
        <translation>账号目前的状态不能这样做。</translation>
    </message>
    <message>
        <source>Nobody suspends or ends his own account. Ask another administrator.</source>
        <translation>不能停用或注销自己的账号，请找另一位系统管理员。</translation>
    </message>
    <message>
        <source>This is not your passphrase. Check Caps Lock and the input method.</source>
        <translation>口令不对。请看看大写锁定（Caps Lock）和输入法。</translation>
    </message>
    <message>
        <source>The passphrase was mistyped too often. Try again after {until}. A supervisor, or the paper key, can set a new one now.</source>
        <translation>口令输错次数过多，请在 {until} 之后再试。主管或恢复密钥现在就可以重设口令。</translation>
    </message>
    <message>
        <source>Somebody has to be able to let people in. Make another person a supervisor first.</source>
        <translation>站里必须有一位主管。请先把另一个人设为主管。</translation>
    </message>
    <message>
        <source>This station has no paper key. Make a new one first.</source>
        <translation>本站没有恢复密钥。请先生成一个新的。</translation>
    </message>
    <message>
        <source>This person cannot sign in here any more. Choose another name.</source>
        <translation>这个人已不能在这里登录。请选择其他姓名。</translation>
    </message>
    <message>
        <source>Only a supervisor can do this. Choose the name of one.</source>
        <translation>只有主管才能这样做。请选择一位主管的姓名。</translation>
    </message>
    <message>
        <source>This was one of your last {count} passphrases. Think of another one.</source>
        <translation>这是您最近 {count} 个口令之一。请另想一个。</translation>
    </message>
    <message>
        <source>No more than {most} people and places can open a station.</source>
        <translation>能打开本站的人员和备份处合计不能超过 {most} 个。</translation>
    </message>
    <message>
        <source>Nothing can be written to {name}. It may be write-protected; choose another stick or folder.</source>
        <translation>无法写入 {name}，可能是写保护。请换一个 U 盘或文件夹。</translation>
    </message>
    <message>
        <source>{name} holds the backups of another station. Choose another stick or folder.</source>
        <translation>{name} 里存放的是另一个站的备份。请换一个 U 盘或文件夹。</translation>
    </message>
    <message>
        <source>{name} lies in the station&apos;s own folder and would be lost together with it. Choose a stick, or a folder on another disk.</source>
        <translation>{name} 在本站自己的文件夹里，会和本站数据一起丢失。请选择 U 盘，或另一块硬盘上的文件夹。</translation>
    </message>
    <message>
        <source>Making a backup first</source>
        <translation>先做备份</translation>
    </message>
    <message>
        <source>Opening the backup with the paper key</source>
        <translation>用恢复密钥打开备份</translation>
    </message>
    <message>
        <source>Putting the backup in place</source>
        <translation>正在恢复备份</translation>
    </message>
    <message>
        <source>Who may open the station has changed. The copy on {name} follows when somebody signs in again.</source>
        <translation>可登录人员有变动。下次有人登录时更新 {name} 上的备份。</translation>
    </message>
    <message>
        <source>The audit is not as it was written, so nothing is made of it. Verify it to see what is wrong, and tell who inspects the station.</source>
        <translation>审计记录与写入时不一致，不能据此制作。请校验以查明问题，并报告上级检查人员。</translation>
    </message>
    <message>
        <source>The audit holds no entry yet.</source>
        <translation>审计中尚无记录。</translation>
    </message>
    <message>
        <source>No entry is old enough: only those from before {day} are archived.</source>
        <translation>没有可归档的记录：只归档{day}以前的记录。</translation>
    </message>
    <message>
        <source>{rows} entries do not fit one file of {most}. Choose fewer days.</source>
        <translation>共{rows}条记录，超过一个文件的{most}条。请缩小日期范围。</translation>
    </message>
    <message>
        <source>Putting old entries into the archive</source>
        <translation>正在归档旧记录</translation>
    </message>
    <message>
        <source>Verifying the audit</source>
        <translation>正在校验审计记录</translation>
    </message>
    <message>
        <source>Somebody outside your grids is kept with this number. Ask the station.</source>
        <translation>此证件号码已由服务站登记，不在您负责的网格内，请联系服务站。</translation>
    </message>
    <message>
        <source>{name} has an ending we cannot write. Choose .xlsx or .json.</source>
        <translation>{name} 的扩展名无法写入。请选择 .xlsx 或 .json。</translation>
    </message>
    <message>
        <source>Numbers are told in full only after the identity was checked. Say how, or leave them masked.</source>
        <translation>核对身份之后才能完整列示号码。请填写核对方式，或者保持脱敏。</translation>
    </message>
    <message>
        <source>This request has no answer yet. Answer or refuse it first.</source>
        <translation>这项请求还没有答复。请先答复或者不予办理。</translation>
    </message>
    <message>
        <source>This cannot be done with a request in its present state.</source>
        <translation>请求在目前状态下不能这样办理。</translation>
    </message>
    <message>
        <source>This consent has been withdrawn already.</source>
        <translation>这项同意已经撤回。</translation>
    </message>
    <message>
        <source>This person may not agree to lists being given out. Ask the head.</source>
        <translation>此人无权复核名单导出，请找站长。</translation>
    </message>
    <message>
        <source>{people} people are more than {most}: a second person has to agree with a passphrase of their own. Choose fewer, or ask a colleague.</source>
        <translation>{people} 人超过 {most} 人：须由另一人用自己的口令复核同意。请减少人数，或请同事复核。</translation>
    </message>
    <message>
        <source>Whoever gives a list out cannot be the second person as well.</source>
        <translation>导出人不能兼任复核人。</translation>
    </message>
    <message>
        <source>Only the officers named for this tag may see or give it. The head names them in the settings.</source>
        <translation>只有指定的专责人员可以查看或标注此标签，由站长在设置中指定。</translation>
    </message>
    <message>
        <source>Everybody sees this tag already.</source>
        <translation>此标签本来就人人可见。</translation>
    </message>
    <message>
        <source>The station is locked. Sign in and try again.</source>
        <translation>本站已锁定。请登录后再试。</translation>
    </message>
    <message>
        <source>The name is too long for the code on the certificate. Shorten it, then issue.</source>
        <translation>姓名过长，证明上的核验码放不下。请缩短后再开具。</translation>
    </message>
    <message>
        <source>Nothing differs from the version there is. Change something, or leave.</source>
        <translation>与现有版本没有不同。请修改后再保存，或离开。</translation>
    </message>
    <message>
        <source>This person has died. A certificate cannot be issued any more.</source>
        <translation>此人已死亡，不能再为其开具证明。</translation>
    </message>
    <message>
        <source>This certificate has gone on since. Look at the queue again.</source>
        <translation>这份证明已进入下一环节，请刷新待办列表再看。</translation>
    </message>
    <message>
        <source>There is no paper of this kind today. Choose another certificate.</source>
        <translation>目前没有这种证明的模板，请选择其他证明。</translation>
    </message>
    <message>
        <source>Nothing proves it yet. Record how it was made sure of, then hand it in.</source>
        <translation>还没有核实材料。请先登记怎样核实的，再报批。</translation>
    </message>
    <message>
        <source>Whoever keeps the seal does not approve. Let somebody else approve it.</source>
        <translation>监印人不能审批用印，请由其他人批准。</translation>
    </message>
    <message>
        <source>This certificate has its number. Make it void in the register.</source>
        <translation>这份证明已经编号，请在登记簿中作废。</translation>
    </message>
    <message>
        <source>Kind and person of a certificate stay. Withdraw this one and begin anew.</source>
        <translation>证明种类和申请人不能改。请撤回这份，另行填写。</translation>
    </message>
    <message>
        <source>No such key is known here.</source>
        <translation>这里没有这个密钥。</translation>
    </message>
    <message>
        <source>This key was withdrawn on {day}.</source>
        <translation>此密钥已于 {day} 停用。</translation>
    </message>
    <message>
        <source>Give the name of this office in the settings first: it stands in the file.</source>
        <translation>请先在设置中填写本单位名称：文件中要写明。</translation>
    </message>
    <message>
        <source>This file is no request of a station. Choose the file that the station wrote.</source>
        <translation>这个文件不是社区的认可申请。请选择社区写出的文件。</translation>
    </message>
    <message>
        <source>This file is no answer of a street office, or it was altered. Ask for it again.</source>
        <translation>这个文件不是街道的认可书，或已被改动。请重新索取。</translation>
    </message>
    <message>
        <source>The signature of this file does not hold. Nothing was taken in; ask again.</source>
        <translation>文件签名核对不上，没有收存。请重新索取。</translation>
    </message>
    <message>
        <source>The street office signed this for another computer of {station}. Open it there, or ask anew from this one.</source>
        <translation>街道是为{station}的另一台电脑签署的。请在那台电脑上打开，或从本机重新申请。</translation>
    </message>
    <message>
        <source>The street office stood for it only until {day}. Ask anew.</source>
        <translation>街道的认可已于 {day} 到期，请重新申请。</translation>
    </message>
    <message>
        <source>This file is no list of the known form.</source>
        <translation>这个文件不是已知格式的清单。</translation>
    </message>
    <message>
        <source>Giving out certificates</source>
        <translation>正在签发证明</translation>
    </message>
    <message>
        <source>Putting the papers together</source>
        <translation>正在合并文件</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>No code of a certificate can be read in this file. Open the PDF as it was saved, or a sharp picture in which the code at the top is whole.</source>
        <translation>在这个文件里读不出证明的防伪码。请打开原样保存的 PDF，或换一张清晰、上方防伪码完整的图片。</translation>
    </message>
    <message>
        <source>There are {count} codes in this picture. Take one of a single certificate.</source>
        <translation>这张图片里有 {count} 个防伪码。请只拍一份证明。</translation>
    </message>
    <message>
        <source>Two devices approved the request of {number}, and it leads to the other paper. Make this one void; the other one can be reissued.</source>
        <translation>{number}对应的申请由两台设备各自批准，已以另一份为准。请将本份作废；需要补发的，补发另一份。</translation>
    </message>
</context>
</TS>
