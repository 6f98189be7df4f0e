"""The words by which minutes name their parts: labels of fields, heads of columns, headings of sections, states.

Each table maps words (as a regular expression) to what they mean; blanks inside Chinese words do not count.
"""

from __future__ import annotations

import re

from corpus.records import ItemState


def _spread(words: str) -> str:
    """Chinese words may be set wide: ``时　间``."""
    pieces = re.split(r"(\[[^\]]*\])", words)  # classes of characters stay as they are
    pieces[::2] = [re.sub(r"(?<=[一-龥])(?=[一-龥])", r"[ \\u3000]{0,4}", piece) for piece in pieces[::2]]
    return "".join(pieces)


def _table(entries: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {role: re.compile(rf"(?:{_spread(words)})", re.IGNORECASE) for role, words in entries.items()}


LABELS = _table(
    {
        "meeting": "会议名称|会议主题|会商主题|会签事项|会商名称|meeting(?:\\stitle|\\sname)?|subject",
        "date": "会议时间|会议日期|会签时间|会签日期|签署时间|签署日期|签订时间|召开时间|会商时间|会商日期|时间|日期|date(?:\\s(?:and|&)\\stime)?|held\\son|when",
        "place": "会议地点|召开地点|会商地点|地点|会议室|place|venue|location|where",
        "chair": "会议主持人?|主持人|主持|召集人|主席|(?:co-)?chairs?(?:person|man|woman|ed\\sby)?|in\\sthe\\schair|presid(?:ed\\sby|ing)|facilitator|moderator",
        "people": "参会单位[及和]人员|参加单位[及和]人员|参会单位|参加单位|参会部门|参加部门|出席部门|与会部门|会签单位|会商单位|甲方|乙方|丙方|丁方|与会单位|出席单位|参会人员|参加人员|与会人员|出席人员|出席会议的?有?|"
        "参会人|出席人|出席|参加会议的?有?|参加|参会|与会|参会方|列席人员|列席单位|列席|participants?|present|attendees?|attending|attendance|in\\sattendance|delegations?|observers?",
        "agenda": "会议议题|会议议程|会商议题|主要议题|议题|议程|agenda(?:\\sitems?)?|topics?(?:\\sdiscussed)?",
        "recorder": "记录人|记录|整理人?|请假人?员?|缺席(?:人员)?|抄送|抄报|分送|印发|主送|发[:：]|联系人|联系电话|签发人?|密级|紧急程度|编号|文号|期号|minutes\\staken\\sby|note[\\s-]?taker|recorded\\sby|secretary|rapporteur|apologies|absent|distribution|cc|prepared\\sby|reference|ref",
    }
)
"""Labels of the head, each before a colon."""

FIELDS = _table(
    {
        "lead": "牵头单位|牵头部门|(?:牵头|责任|承办)(?:处室|科室|机构)|承办部门|主责部门|负责部门|落实部门|责任单位|责任部门|主办单位|主办部门|承办单位|主责单位|负责单位|责任主体|落实单位|实施单位|责任人|负责人|责任方|承办人|牵头方?|主办|承办|责任|"
        "lead(?:ing)?(?:\\s(?:party|agency|office|organi[sz]ation))?|responsible(?:\\s(?:party|person|office|body|organi[sz]ation))?|responsibility|(?:action\\s)?owner|assigned\\sto|assignee|action\\sby|by\\swhom|who",
        "support": "配合单位|配合部门|协办单位|协办部门|协助(?:单位|部门)|参与(?:单位|部门)|协[同作]部门|协作单位|联办单位|协办处室|配合处室|参加单位|支持单位|协同单位|配合方?|协办|协助|support(?:ing)?(?:\\s(?:party|parties|agency|agencies|office|offices|bod(?:y|ies)|organi[sz]ations?|units?))?|with\\s(?:the\\s)?support\\s(?:of|from)|in\\scooperation\\swith|assist(?:ed|ing)(?:\\sby)?|consulted",
        "deadline": "完成时限|完成时间|办结时限|落实时限|时间要求|时间节点|时限要求|办理时限|完成日期|计划完成时间|截止时间|截止日期|要求完成时间|时限|期限|进度要求|"
        "deadline|due(?:\\sdate|\\sby)?|target\\s(?:date|completion)|by\\swhen|time(?:line|frame|\\slimit)|completion(?:\\sdate)?|when",
        "state": "落实情况|落实状态|完成情况|进展情况|办理情况|办理状态|工作进展|当前状态|当前进展|完成状态|办理结果|进展|状态|是否完成|status|progress|state",
        "settled_by": "落实依据|落实文件|销号依据|成果文件|办结文号|settled\\sby|outcome|result",
    }
)
"""Labels of an item, before a colon or in the head of a column."""

COLUMNS = {
    **_table(
        {
            "number": "序号|编号|项次|序|no\\.?|#|№|item\\sno\\.?|ref\\.?|id",
            "text": "议定事项|决定事项|会议事项|任务事项|工作事项|事项|议定内容|工作任务|重点任务|主要任务|任务|工作内容|具体内容|任务内容|内容|具体措施|工作措施|措施|行动|"
            "会签意见|意见[及和]建议|意见内容|反馈意见|会商意见|意见|共识|决议|"
            "actions?(?:\\s(?:items?|points?|required|agreed))?|agreed\\sactions?|items?|decisions?|tasks?|description|what|commitments?|follow[\\s-]up|conclusions?",
            "topic": "议题|类别|工作类别|领域|方面|板块|一级指标|topic|agenda\\sitem|area|category|subject|theme",
            "note": "备注|说明|情况说明|备考|remarks?|notes?|comments?",
            "organisation": "会签单位|参会单位|单位名称|单位|部门|机构|所在单位|organi[sz]ation|office|delegation|institution|affiliation",
            "person": "姓名|人员|参会人员|与会人员|参会人|出席人员|签字人?|签名|name|participants?|delegate|representative|signature",
            "post": "职务|职称|title|position|role|function",
        }
    ),
    **FIELDS,
}
"""Heads of the columns of tables."""

SECTIONS = _table(
    {
        "previous": "(?:上一?次|上一?期|前次|前期|第[一二三四五六七八九十\\d]{1,3}次|以往|往次|历次)[^。，]{0,24}(?:落实|进展|完成|办理|执行|督办|销号)|"
        "(?:议定|会议|决定)?事项(?:的)?(?:落实|办理|完成|执行)(?:情况|进展)|matters\\sarising|(?:review|status|follow[\\s-]up|progress)\\b[^.]{0,24}\\b(?:previous|last|earlier|prior|first|past|outstanding)\\b[^.]{0,40}|"
        "(?:actions?|items?)\\s(?:points?\\s)?from\\s(?:the\\s)?(?:previous|last|earlier|prior|first)\\b.{0,30}|previous\\sactions?.{0,12}",
        "agenda": "会议议程|会议议题|会商议题|主要议题|议程|议题(?:如下)?|agenda|topics?\\sdiscussed",
        "people": "参会(?:单位|人员).{0,6}|参加(?:单位|人员).{0,6}|出席.{0,8}|列席.{0,8}|与会(?:单位|人员)|participants?|attend(?:ees|ance)|(?:members\\s|delegates\\s)?present|list\\sof\\sparticipants|apologies",
        "items": "(?:会商|议定|决定|会议)?事项[及和与](?:任务|责任)?分工(?:表)?|(?:会议|会商)?(?:议定|决定|决议|商定|明确|确定|形成)(?:的)?(?:主要)?(?:事项|意见|内容|共识|结论)?(?:如下)?|(?:会商|会签|协商|审议|讨论)(?:意见|结果|结论)|(?:各单位|各部门|各方)?(?:会签|反馈)?意见(?:及建议)?|(?:会议|会商|达成|形成|主要)?(?:的)?(?:一致)?共识(?:如下)?|(?:重点)?(?:工作)?任务(?:分工|安排|清单)?(?:表)?|(?:议定|决定)事项(?:清单|任务|分工|责任)?(?:分解)?(?:表)?|事项清单|责任(?:分工|清单)(?:表)?|下一?步(?:工作)?(?:安排|计划|打算|要求|重点)?|工作(?:安排|要求|部署|分工|措施|机制)|后续工作(?:安排)?|行动(?:计划|清单|事项)|合作(?:内容|事项|机制|领域|方式)|"
        "action(?:s|\\sitems?|\\spoints?|\\slist|\\splan|\\slog|\\sregister)?|(?:actions?\\sand\\s)?decisions?(?:\\sand\\s(?:agreed\\s)?actions?)?|agreed\\s(?:actions?|points?|items?|minutes|conclusions?)|(?:summary\\sof\\s)?(?:agreed\\s)?(?:conclusions?|resolutions?|commitments?|next\\ssteps|follow[\\s-]up)(?:\\sactions?)?|areas\\sof\\scooperation|points\\sof\\sagreement|undertakings",
        "closing": "其他事项|其他|附则|附件.{0,20}|签署.{0,8}|生效.{0,12}|联系方式|any\\sother\\sbusiness|closing|next\\smeeting|date\\sof\\s(?:the\\s)?next\\smeeting|adjournment|signatures?|final\\sprovisions?|entry\\sinto\\sforce.{0,20}",
    }
)
"""What a section is, by its heading."""

TITLE_OF_REPORT = re.compile(SECTIONS["previous"].pattern, re.IGNORECASE)

STATES: tuple[tuple[ItemState, re.Pattern[str]], ...] = tuple(
    (state, re.compile(words, re.IGNORECASE))
    for state, words in (
        (
            ItemState.OPEN,
            r"待落实|未落实|尚未落实|待启动|未启动|尚未(?:启动|开展|完成|开始)|未开始|未开展|未完成|待办|待推进|待研究|暂未(?:启动|开展)|暂缓|\bnot\s(?:yet\s)?(?:started|done|begun|completed?)\b|\bopen\b|\bto\sdo\b|\boutstanding\b",
        ),
        (
            ItemState.UNDER_WAY,
            r"落实中|推进中|进行中|办理中|实施中|起草中|研究中|筹备中|正在(?:推进|落实|办理|起草|研究|进行|开展|实施|建设|制定|修改|征求|筹备|开发)|持续(?:推进|落实|开展)|长期(?:坚持|推进|开展)|常态化|正?按计划推进|部分(?:完成|落实)|阶段性(?:完成|成果)|基本(?:完成|落实)|已(?:启动|开展|形成(?:征求意见稿|初稿|草案|送审稿)|征求意见)|\bin\sprogress\b|\bunder\s?way\b|\bongoing\b|\bon\s(?:track|schedule)\b|\bpartial(?:ly)?\b|\bstarted\b|\bpending\b|\bbeing\s[a-z]+ed\b|\bdraft(?:ing|ed)\b",
        ),
        (
            ItemState.SETTLED,
            r"(?<![未待])(?:已(?:经)?(?:全部|全面|按期|如期|按时|予以|由[^，。；]{1,60}?|于[^，。；]{1,20}?)?(?:落实|完成|办结|销号|印发|出台|发布|上线|建成|签署|公布|建立|解决|关闭))|^(?:完成|办结|销号|落实|是|√|✓|✔)$|落实完毕|办理完毕|予以销号|\b(?:done|completed?|closed|settled|implemented|fulfilled|finished|delivered|achieved|discharged)\b",
        ),
    )
)
"""What people write of an item's progress; the first that fits, so that 未完成 is not 完成."""
